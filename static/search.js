// The search page: a box, filters and results. It is loaded when the box is first used, and with it Pagefind and its index.

const STEP = 10;
const PAUSE = 120;
const form = document.querySelector("form.search");
const { root } = form.dataset;
const [index, ...others] = form.dataset.index.trim().split(" ");
const words = JSON.parse(form.dataset.words);
const box = form.elements.q;
const selects = [...form.querySelectorAll("select")];
const said = form.querySelector("[role=status]");
const found = document.querySelector(".found");
const list = found.querySelector("ol");
const more = found.querySelector("button");
const browse = document.querySelector(".browse");
const language = document.documentElement.lang;
const numbers = new Intl.NumberFormat(language);
const plurals = new Intl.PluralRules(language);
const asked = new URLSearchParams(location.search);

let engine;
let results = [];
let turn = 0;
let timer;

function load() {
  engine ??= start().catch((fault) => {
    engine = undefined;
    throw fault;
  });
  return engine;
}

async function start() {
  const pagefind = await import(new URL(`${index}pagefind.js`, location));
  await pagefind.options({ baseUrl: root, excerptLength: 30 });
  await pagefind.init();
  for (const other of others) await pagefind.mergeIndex(other, { baseUrl: root, language });
  const counts = await pagefind.filters();
  for (const select of selects) fill(select, counts[select.name] ?? {});
  return pagefind;
}

function fill(select, counts) {
  const byYear = select.name === "year";
  const order = (a, b) => (byYear ? b.localeCompare(a) : a.localeCompare(b, language));
  for (const value of Object.keys(counts).sort(order)) select.add(new Option(value, value));
  label(select, counts);
  select.value = asked.get(select.name) ?? "";
  if (select.selectedIndex < 0) select.value = "";
}

function label(select, counts) {
  for (const option of [...select.options].slice(1)) {
    const name = select.name === "kind" ? words.kinds[option.value] : option.value;
    option.text = `${name} (${numbers.format(counts[option.value] ?? 0)})`;
  }
}

function chosen(without) {
  const named = selects.filter((one) => one.value && one !== without);
  return Object.fromEntries(named.map((one) => [one.name, one.value]));
}

async function search() {
  const mine = ++turn;
  clearTimeout(timer);
  const query = box.value.trim();
  try {
    const wanted = query || selects.some((one) => one.value || asked.get(one.name));
    show(wanted);
    if (wanted) said.textContent ||= words.wait;
    if (wanted || engine) {
      const pagefind = await load();
      for (const select of selects) asked.delete(select.name);
      if (mine === turn) await run(pagefind, query, mine);
    }
  } catch (fault) {
    console.warn(fault);
    show(false);
    said.textContent = words.failed;
  }
}

async function run(pagefind, query, mine) {
  const filters = chosen();
  const wanted = query || Object.keys(filters).length > 0;
  remember(query, filters);
  const ask = (these) => pagefind.search(query || null, { filters: these });
  const answer = await ask(filters);
  const counts = await Promise.all(
    selects.map(async (one) => (one.value ? await ask(chosen(one)) : answer).filters),
  );
  if (mine !== turn) return;
  selects.forEach((one, at) => label(one, counts[at][one.name] ?? {}));
  results = wanted ? answer.results : [];
  const rows = await rowsFrom(0);
  if (mine !== turn) return;
  list.replaceChildren(...rows);
  more.hidden = results.length <= STEP;
  said.textContent = wanted ? total(results.length) : "";
}

function total(count) {
  const form = words.found[plurals.select(count)] ?? words.found.other ?? words.found;
  return count ? form.replace("{n}", numbers.format(count)) : words.none;
}

function show(wanted) {
  found.hidden = !wanted;
  browse.hidden = Boolean(wanted);
}

function remember(query, filters) {
  const kept = new URLSearchParams(query ? { q: query, ...filters } : filters);
  const tail = kept.size ? `?${kept}` : "";
  if (tail !== location.search) history.replaceState(null, "", location.pathname + tail);
}

async function rowsFrom(at) {
  const some = results.slice(at, at + STEP);
  return (await Promise.all(some.map((one) => one.data()))).map(row);
}

function make(name, content, kind) {
  const node = document.createElement(name);
  node.append(...[content].flat());
  if (kind) node.className = kind;
  return node;
}

function row({ url, meta, filters, ...text }) {
  const link = make("a", meta.title);
  link.href = url;
  if (meta.language) link.lang = link.hreflang = meta.language;
  const people = meta.authors?.split("; ") ?? [];
  const some = people.slice(0, 3).join(words.separator);
  const facts = [
    words.kinds[filters.kind[0]],
    people.length > 3 ? `${some} ${words.et_al}` : some,
    [filters.venue?.[0], filters.year?.[0]].filter(Boolean).join(" "),
  ];
  const item = make("li", make("h2", link));
  item.append(make("ul", facts.filter(Boolean).map((fact) => make("li", fact)), "dots line"));
  if (!meta.language) item.append(make("p", marked(text)));
  if (meta.picked) {
    const lists = meta.picked.split("; ").join(words.semicolon);
    item.append(make("p", words.picked.replace("{lists}", () => lists), "line"));
  }
  return item;
}

// Pagefind's excerpts are text but for their marks, with < and > escaped.
function marked({ excerpt, plain_excerpt, content }) {
  const plain = (text) => text.replace(/\u200b/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">");
  const parts = excerpt.split(/<\/?mark>/).map(plain);
  const [whole, piece] = [plain(content), plain(plain_excerpt)].map((one) => one.trim());
  return [
    whole.startsWith(piece) ? "" : "… ",
    ...parts.map((part, at) => (at % 2 ? make("mark", part) : part)),
    whole.endsWith(piece) ? "" : " …",
  ];
}

function links() {
  return [...list.querySelectorAll("h2 a")];
}

function step(by) {
  const all = links();
  const at = all.indexOf(document.activeElement) + by;
  (all[Math.min(at, all.length - 1)] ?? box).focus();
}

function clear() {
  box.value = "";
  for (const select of selects) select.value = "";
  box.focus();
  search();
}

async function keys(event) {
  if (event.target.localName === "select" || event.isComposing) return;
  const moves = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Escape: clear };
  if (!moves[event.key] || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  moves[event.key]();
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await search();
  links()[0]?.focus();
});
form.addEventListener("change", (event) => event.target !== box && search());
box.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE);
});
form.addEventListener("keydown", keys);
list.addEventListener("keydown", keys);
more.addEventListener("click", async () => {
  const shown = links().length;
  list.append(...(await rowsFrom(shown)));
  more.hidden = results.length <= links().length;
  links()[shown].focus();
});

if (location.hash === "#q") box.focus();
box.value ||= asked.get("q") ?? "";
if (asked.size || box.value) search();
else load().catch(() => {});
