// Keeps a page of the preview up to date: reloads it when its words changed, puts on a new look when only
// that did, and shows what is wrong with the site.
(() => {
  "use strict";
  const events = new URL(document.currentScript.dataset.events, location.href);
  const REST = 15_000; // browsers allow a site six connections: a tab that nobody sees gives its own back
  const DISMISSED = "roundup-dismissed";
  let source = null;
  let rest = 0;

  // ---- The page itself

  const plain = (address) => new URL(address, location.href).pathname;

  const putOn = (looks) => {
    const fresh = new Map(looks.map((one) => [plain(one), one]));
    for (const link of document.querySelectorAll('link[rel~="stylesheet"], link[rel~="icon"]')) {
      const address = fresh.get(plain(link.href));
      if (address && new URL(address, location.href).href !== link.href) replace(link, address);
    }
    for (const image of document.querySelectorAll("img")) {
      const address = fresh.get(plain(image.currentSrc || image.src));
      if (!address) continue;
      // An address of its own, so that the picture is asked for again.
      const own = new URL(address, location.href);
      if (!own.searchParams.has("v")) own.searchParams.set("v", Date.now());
      image.removeAttribute("srcset");
      image.src = own.href;
    }
  };

  // The old sheet goes when the new one is there, so that the page is never bare.
  const replace = (link, address) => {
    if (link.dataset.leaves) return;
    const made = link.cloneNode();
    made.href = address;
    link.dataset.leaves = "";
    const done = () => link.remove();
    if (link.relList.contains("stylesheet")) {
      made.addEventListener("load", done);
      made.addEventListener("error", done);
    } else {
      done();
    }
    link.after(made);
    if (!link.isConnected) document.head.append(made);
  };

  // ---- What is wrong

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  const quoted = (excerpt) => {
    const made = element("pre");
    const meant = element("mark", "", excerpt.text.slice(excerpt.start, excerpt.end));
    made.append(
      excerpt.text.slice(0, excerpt.start),
      ...(excerpt.end > excerpt.start ? [meant] : []),
      excerpt.text.slice(excerpt.end),
    );
    return made;
  };

  const item = ({ problem, excerpt }) => {
    const place = problem.line ? `${problem.file}:${problem.line}` : problem.file;
    const made = element("li", problem.severity);
    const head = element("p", "head");
    head.append(element("strong", "", problem.severity), " ", element("code", "", place));
    made.append(head, element("p", "", problem.message));
    if (excerpt) made.append(quoted(excerpt));
    if (problem.hint) made.append(element("p", "hint", problem.hint));
    return made;
  };

  const counted = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
  const isError = (told) => told.problem.severity === "error";

  const title = (problems) => {
    const errors = problems.filter(isError).length;
    const warnings = problems.length - errors;
    const words = [];
    if (errors) words.push(counted(errors, "error"));
    if (warnings) words.push(counted(warnings, "warning"));
    return words.join(", ");
  };

  // One button that is always there, and a panel that opens by itself for errors; neither takes the focus.
  const shown = { host: null, panel: null, button: null, key: "" };

  const open = (isOpen) => {
    shown.panel.hidden = !isOpen;
    shown.button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) sessionStorage.removeItem(DISMISSED);
    else sessionStorage.setItem(DISMISSED, shown.key);
  };

  const panelOf = (problems) => {
    const panel = element("section", "panel");
    panel.id = "panel";
    const errors = problems.some(isError);
    panel.setAttribute("aria-label", "What is wrong with the site");
    const bar = element("header");
    const close = element("button", "close", "×");
    close.type = "button";
    close.setAttribute("aria-label", "Close (Escape)");
    close.addEventListener("click", () => {
      open(false);
      shown.button.focus();
    });
    const nothing = document.querySelector('meta[name="roundup-preview"]');
    const good = nothing ? "" : "This is the last good version of the site.";
    const after = errors ? good : "";
    const head = element("div");
    head.append(element("h2", "", title(problems)), ...(after ? [element("p", "", after)] : []));
    bar.append(head, close);
    const list = element("ol");
    const order = [...problems.filter(isError), ...problems.filter((one) => !isError(one))];
    list.append(...order.map(item));
    const body = element("div", "list");
    body.tabIndex = 0; // so that keys can scroll it
    body.append(list);
    panel.append(bar, body);
    return panel;
  };

  const show = (problems) => {
    const key = JSON.stringify(problems);
    if (key === shown.key) return;
    shown.host?.remove();
    Object.assign(shown, { host: null, key: problems.length ? key : "" });
    if (!problems.length) {
      sessionStorage.removeItem(DISMISSED);
      return;
    }
    const errors = problems.some(isError);
    const host = element("roundup-problems");
    host.hidden = true; // until its style is there
    const root = host.attachShadow({ mode: "open" });
    const style = element("link");
    style.rel = "stylesheet";
    style.href = "/__roundup__/overlay.css";
    const bare = () => {
      host.hidden = false;
    };
    style.addEventListener("load", bare);
    style.addEventListener("error", bare);
    const button = element("button", errors ? "count error" : "count", title(problems));
    button.type = "button";
    button.setAttribute("aria-controls", "panel");
    button.addEventListener("click", () => open(shown.panel.hidden));
    const live = element("div");
    live.setAttribute("role", errors ? "alert" : "status");
    const panel = panelOf(problems);
    live.append(panel);
    root.append(style, live, button);
    Object.assign(shown, { host, panel, button });
    const isOpen = errors && sessionStorage.getItem(DISMISSED) !== key;
    panel.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
    document.body.append(host);
  };

  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown.host || shown.panel.hidden || event.defaultPrevented) return;
    const inside = document.activeElement === shown.host;
    open(false);
    if (inside) shown.button.focus();
  });

  // ---- The news

  const hear = (news) => {
    if (news.change === "page") {
      source.close();
      location.reload();
      return;
    }
    events.searchParams.set("mark", news.mark);
    if (news.change === "look") putOn(news.looks);
    show(news.problems);
  };

  const listen = () => {
    clearTimeout(rest);
    if (source && source.readyState !== EventSource.CLOSED) return;
    source = new EventSource(events);
    source.onmessage = (event) => hear(JSON.parse(event.data));
    // Where the server is gone it comes back under the same address, if at all; look now and then.
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) rest = setTimeout(listen, 2000);
    };
  };

  const hush = () => {
    clearTimeout(rest);
    rest = setTimeout(() => source?.close(), REST);
  };

  const look = () => (document.hidden ? hush() : listen());
  document.addEventListener("visibilitychange", look);
  addEventListener("pageshow", (event) => event.persisted && listen());
  addEventListener("pagehide", () => source?.close());
  if (!document.hidden) listen();
})();
