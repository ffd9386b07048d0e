// Comforts for pages that are whole without them; their markup and words are in <template id="tools">.
(() => {
  const base = new URL(".", document.currentScript.src);
  const find = (what, where = document) => where.querySelector(what);
  const all = (what) => [...document.querySelectorAll(what)];
  const on = (kinds, act) => kinds.split(" ").forEach((kind) => addEventListener(kind, act));

  // Kept under the site's path, since a host may hold several; by the page alone where storage is shut.
  const shelf = (kind) => {
    try {
      return window[kind] || {};
    } catch {
      return {};
    }
  };
  const lasting = shelf("localStorage");
  const passing = shelf("sessionStorage");
  const label = (name) => `roundup ${base.pathname} ${name}`;
  const kept = (name, from = lasting) => JSON.parse(from[label(name)] || null);
  const keep = (name, value, to = lasting) => (to[label(name)] = JSON.stringify(value));

  const schemes = ["auto", "light", "dark"];
  const paint = () => (document.documentElement.dataset.scheme = kept("scheme") || "auto");
  paint();

  // A search box loads its script when it is first used.
  const box = find("form.search");
  if (box) {
    const begin = () => import(box.dataset.script);
    if (location.search || location.hash === "#q") begin();
    else box.addEventListener("focusin", begin, { once: true });
  }

  const tools = find("#tools")?.content;
  if (!tools) return;
  const put = (what, where) => {
    const made = find(what, tools)?.cloneNode(true);
    if (made) where?.append(made);
    return made;
  };
  const said = put(".said", document.body);
  const say = (words) => {
    said.textContent = words;
    setTimeout(() => (said.textContent = ""), 3000);
  };

  // Where the clipboard is refused, the browser goes to what was to be copied.
  const copy = async (words, url) => {
    try {
      const blob = async () => new Blob([await words()], { type: "text/plain" });
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob() })]);
      say(said.dataset.copied);
    } catch {
      location = url;
    }
  };
  const share = (url, title) => {
    const copied = () => copy(() => url, url);
    if (!navigator.share) return copied();
    return navigator.share({ title, url }).catch((why) => why.name === "AbortError" || copied());
  };
  const text = async (url) => {
    const answer = await fetch(url);
    if (!answer.ok) throw Error(url);
    return answer.text();
  };

  const at = (address) => base.href + address.slice(1);
  const paperOf = (node) => {
    const home = node.closest("[data-paper]");
    const address = home.dataset.paper;
    const title = find("h1, h2, h3, li > a", home).textContent.trim();
    return { home, address, title, key: address.split("/").at(-2) };
  };
  const file = (node, ending) => at(`/papers/${paperOf(node).key}.${ending}`);
  const cite = (ending) => (button) => {
    const url = file(button, ending);
    copy(() => text(url), url);
  };

  const saved = () => new Map(kept("papers")); // key → [address, title]
  const refresh = () => {
    const scheme = paint();
    for (const one of all(".scheme")) one.ariaLabel = one.title = one.dataset[scheme];
    const list = saved();
    for (const one of all("[data-do=save]")) one.ariaPressed = list.has(paperOf(one).key);
  };
  const actions = {
    bib: cite("bib"),
    ris: cite("ris"),
    text(button) {
      const url = at(paperOf(button).address);
      const parsed = async () => new DOMParser().parseFromString(await text(url), "text/html");
      copy(async () => find(".reference", await parsed()).textContent, `${url}#cite`);
    },
    share(button) {
      const { home, address, title } = paperOf(button);
      share(home.id ? new URL(`#${home.id}`, location).href : at(address), title);
    },
    save(button) {
      const { key, address, title } = paperOf(button);
      const list = saved();
      if (!list.delete(key)) list.set(key, [address, title]);
      keep("papers", [...list]);
      refresh();
    },
    scheme(button) {
      keep("scheme", schemes[(schemes.indexOf(paint()) + 1) % 3]);
      refresh();
      say(button.title);
    },
    keys() {
      const dialog = find(".keys-help") || put(".keys-help", document.body);
      find("input", dialog).checked = kept("keys") !== false;
      dialog.showModal();
    },
    use: (box) => keep("keys", box.checked),
    add() {
      all("[aria-pressed=false]").forEach(actions.save);
      location.hash = "";
    },
    async take() {
      const files = all("[data-paper]").map((row) => text(file(row, "bib")).catch(() => ""));
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([(await Promise.all(files)).join("\n")]));
      link.download = "reading-list.bib";
      link.click();
    },
    pass() {
      const names = all("[data-paper]").map((row) => nameOf(row.dataset.paper));
      share(new URL(`#${names}`, location).href, document.title);
    },
  };

  const equip = (home) => {
    const row = put(".tools", find(":scope > footer", home) || home);
    if (row) row.ariaLabel = paperOf(home).title;
  };
  all("[data-paper]").forEach(equip);

  // A list that is passed on names papers by key: `xlnet`, or `zh/xlnet` where the site's own language has none.
  const nameOf = (address) => address.slice(1, -1).replace("papers/", "");
  const addressOf = (name) => `/${name.replace(/[^/]+$/, "papers/$&/")}`;
  const row = ([address, title]) => {
    const made = document.createElement("li");
    const link = document.createElement("a");
    made.dataset.paper = address;
    link.href = at(address);
    link.textContent = title || nameOf(address);
    made.append(link);
    equip(made);
    const name = async () => (link.textContent = JSON.parse(await text(file(made, "json")))[0].title);
    if (!title) name().catch(() => {});
    return made;
  };
  const page = find("#reading-list");
  const list = () => {
    const names = location.hash.slice(1).split(",").filter((one) => /^([\w-]+\/)?[\w-]+$/.test(one));
    const papers = names.length ? names.map((name) => [addressOf(name)]) : [...saved().values()];
    const template = find("template", page);
    page.replaceChildren(template, template.content.cloneNode(true));
    find(".passed").hidden = !names.length;
    find(".empty").hidden = papers.length;
    find(".take").hidden = !papers.length;
    find(".papers").append(...papers.map(row));
    refresh();
  };

  // A walk by keys goes on from its last step, until the reader moves by other means.
  let step = -1;
  const walk = (way) => {
    const items = all(".entry, .card, .papers > li, .columns > li");
    const tops = items.map((one) => one.getBoundingClientRect().top);
    const near = way > 0 ? tops.findIndex((top) => top > 120) : tops.findLastIndex((top) => top < 40);
    const next = step < 0 ? near : step + way;
    if (!items[next]) return;
    step = next;
    items[step].scrollIntoView();
    find("a", items[step])?.focus({ preventScroll: true });
  };
  const search = () => {
    const box = find("input[type=search]");
    const link = find('a[href$="/search/"]');
    if (box) box.focus();
    else if (link) location = `${link.href}#q`;
  };
  const keys = { j: () => walk(1), k: () => walk(-1), "/": search, "?": actions.keys };
  on("keydown", (event) => {
    const busy = event.ctrlKey || event.metaKey || event.altKey || kept("keys") === false;
    const typing = event.target.closest?.("input, select, textarea, dialog, [contenteditable]");
    const act = !busy && !typing && keys[event.key];
    if (event.key === "Escape") fold(event.target.closest?.(".tools details") || contents);
    if (!act) return (step = -1);
    event.preventDefault();
    return act();
  });
  on("wheel touchmove pointerdown", () => (step = -1));

  // What folds under the reader's focus leaves it on what opens it again.
  const fold = (box) => {
    if (!box?.open) return;
    if (box.contains(document.activeElement)) find("summary", box).focus();
    box.open = false;
  };

  // The place in the list: said by the folded contents, marked in the open ones.
  const contents = find(".contents details");
  const follow = (entry) => {
    const links = all(".contents a");
    const place = links.findIndex((one) => one.hash === `#${entry.id}`);
    const link = links[place];
    if (!link) return;
    links.forEach((one) => (one.ariaCurrent = one === link ? "location" : null));
    find("summary", contents).textContent = `${place + 1} / ${links.length} · ${link.textContent}`;
    const box = link.offsetParent;
    if (box) box.scrollTop = link.offsetTop - box.clientHeight / 2;
  };
  if (contents && window.IntersectionObserver) {
    const crossed = (seen) => seen.forEach((one) => one.isIntersecting && follow(one.target));
    const line = new IntersectionObserver(crossed, { rootMargin: "-15% 0px -85%" });
    all(".entry").forEach((one) => line.observe(one));
  }

  // New is what this page did not list at the last visit, which ended with its tab. The newest is on
  // top: what comes up from below the last known one was only crowded out.
  const cards = all(".card");
  if (cards.length) {
    const here = location.pathname;
    const shown = cards.map((card) => find("a", card).pathname);
    const seen = new Map(kept("seen"));
    const before = new Map(kept("before", passing));
    const known = before.get(here) || seen.get(here) || shown;
    const last = shown.findLastIndex((one) => known.includes(one));
    cards.forEach((card, place) => {
      const isNew = !known.includes(shown[place]) && (place < last || last < 0);
      if (isNew) put(".unseen-yet", find("h2, h3", card));
    });
    seen.delete(here);
    keep("seen", [...seen, [here, shown]].slice(-50));
    keep("before", [...before.set(here, known)], passing);
  }

  put(".scheme", find(".top"));
  put(".keys", find(".bottom p:last-child"));
  on("click", ({ target }) => {
    const button = target.closest("[data-do]");
    const link = target.closest('a[href^="#"]');
    if (button) actions[button.dataset.do]?.(button);
    if (link?.hash === `#${link?.closest("[data-paper]")?.id}`) copy(() => link.href, link.href);
    if (contents && !target.closest("summary")) contents.open = false;
  });
  on("pageshow storage", refresh);
  if (page) {
    list();
    on("hashchange", () => {
      list();
      find(".papers a")?.focus();
    });
  }
  refresh();
})();
