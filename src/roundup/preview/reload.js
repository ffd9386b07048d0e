// Reloads the page when the site has changed, and shows what is wrong when it could not be built.
(() => {
  "use strict";
  const own = new URL(document.currentScript.src).searchParams.get("v");
  let shown = null;

  const element = (name, text) => {
    const made = document.createElement(name);
    made.textContent = text || "";
    return made;
  };

  const item = (problem) => {
    const place = problem.line ? `${problem.file}:${problem.line}` : problem.file;
    const made = element("li");
    made.className = problem.severity;
    made.append(element("code", place), element("p", problem.message));
    if (problem.hint) made.append(element("small", problem.hint));
    return made;
  };

  const title = (problems) => {
    const errors = problems.filter((one) => one.severity === "error").length;
    const count = errors || problems.length;
    const word = errors ? "error" : "warning";
    const after = errors ? ": this is the last good version" : "";
    return `${count} ${word}${count === 1 ? "" : "s"}${after}`;
  };

  const panel = (problems) => {
    const made = element("details");
    made.open = problems.some((one) => one.severity === "error");
    const list = element("ol");
    const rank = (one) => (one.severity === "error" ? 0 : 1);
    list.append(...[...problems].sort((a, b) => rank(a) - rank(b)).map(item));
    made.append(element("summary", title(problems)), list);
    return made;
  };

  const show = (problems) => {
    if (shown) shown.remove();
    shown = null;
    if (!problems.length) return;
    shown = element("roundup-problems");
    const root = shown.attachShadow({ mode: "open" });
    const style = element("link");
    style.rel = "stylesheet";
    style.href = "/__roundup__/overlay.css";
    root.append(style, panel(problems));
    document.body.append(shown);
  };

  new EventSource("/__roundup__/events").onmessage = (event) => {
    const news = JSON.parse(event.data);
    if (news.version === own) show(news.problems);
    else location.reload();
  };
})();
