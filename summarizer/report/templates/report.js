"use strict";
// Lights what belongs together, leads from the text to what stands beside it and back, and
// filters. The page reads well without it; nothing here makes markup out of text.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
document.documentElement.classList.add("js");

// --- Lighting -----------------------------------------------------------------------------

let pinned = null;
let lightened = null;

const marked = (event) => event.target.closest?.("[data-m]") ?? null;
const items = (element) => element.dataset.m.split(" ");

// A segment of the text stands for the narrowest item on it, which is named first.
function light(element) {
  if (element === lightened) return;
  lightened = element;
  for (const other of all(".lit")) other.classList.remove("lit");
  if (!element) return;
  const [item] = items(element);
  for (const other of all("[data-m]", element.closest(".story"))) {
    if (items(other).includes(item)) other.classList.add("lit");
  }
}

// What scrolls under a pointer at rest is entered as well, and nobody has pointed at it.
let rest = "";
function rests(event) {
  const before = rest;
  rest = `${event.screenX} ${event.screenY}`;
  return rest === before;
}

document.addEventListener("mouseover", (event) => {
  if (!rests(event)) light(marked(event) ?? pinned);
});
document.addEventListener("focusin", (event) => light(marked(event) ?? pinned));
document.addEventListener("focusout", () => light(pinned));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") light((pinned = null));
});

// --- Leading from one side to the other -----------------------------------------------------

const views = all(".many .view, .many .story");

function show(hash) {
  const target = byId(hash.slice(1));
  const view = target?.closest(".view, .story") ?? views[0];
  for (const other of views) other.hidden = other !== view;
  for (const link of all(".masthead nav a")) {
    if (link.hash === `#${view?.id}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (target === view && views.length) scrollTo({ top: 0, behavior: "instant" });
  else if (target) arrive(target);
}

function arrive(target) {
  const held = target.closest(".item");
  const inPanel = held !== null;
  const id = target.id.replace(/\.\d+$/, "");
  pinned = held ?? byId(`${id}-item`)?.closest(".item");
  if (!pinned) return;
  (held ?? target).scrollIntoView({ block: inPanel ? "nearest" : "center" });
  const item = inPanel ? null : id.slice(id.indexOf("-") + 1);
  const links = inPanel ? all("a", held) : all("a.m", target.closest(".story"));
  links.find((link) => inPanel || items(link)[0] === item)?.focus({ preventScroll: true });
  light(pinned);
}

// Setting location.hash would take the focus away from what was used.
function go(hash) {
  try {
    if (location.hash !== hash) history.pushState(null, "", hash);
  } catch {
    // A page inside another one, as in a notebook, has no address of its own.
  }
  show(hash);
}

document.addEventListener("click", (event) => {
  rests(event);
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest("a");
  const mark = event.target.closest(".text .m[data-m], .story > header .m[data-m]");
  if (link && !link.getAttribute("href").startsWith("#")) return;
  if (!link && !(mark && getSelection().isCollapsed)) return;
  event.preventDefault();
  go(link ? link.getAttribute("href") : `#${mark.closest(".story").id}-${items(mark)[0]}-item`);
});
addEventListener("hashchange", () => show(location.hash));
addEventListener("load", () => show(location.hash));

// --- Filtering ------------------------------------------------------------------------------

const form = byId("filter");
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const texts = new Map();

function textOf(hit) {
  if (!texts.has(hit)) {
    const story = hit.dataset.text ? byId(hit.dataset.text).textContent : "";
    const speaker = hit.closest(".group")?.querySelector("h3").textContent ?? "";
    texts.set(hit, plain(`${hit.textContent} ${speaker} ${story}`));
  }
  return texts.get(hit);
}

const ones = (hit) => hit.dataset.one?.split(" ") ?? [];
const kinds = [...new Set(all(".hit").flatMap(ones))];

function count(name) {
  const found = all(".hit:not([hidden])").flatMap(ones).filter((one) => one === name).length;
  return `${found} ${name}${found === 1 ? "" : "s"}`;
}

function filter() {
  const words = plain(byId("search").value).split(/\s+/);
  const actor = byId("actor").value;
  for (const hit of all(".hit")) {
    const named = !actor || hit.dataset.actors.split(" ").includes(actor);
    hit.hidden = !named || !words.every((word) => textOf(hit).includes(word));
  }
  for (const group of all(".group, .source")) {
    group.hidden = !group.querySelector(".hit:not([hidden])");
  }
  for (const none of all(".none")) {
    none.hidden = none.parentElement.querySelector(".hit:not([hidden])") !== null;
  }
  byId("found").textContent = kinds.map(count).join(", ");
  if (views.some((view) => !view.hidden && view.classList.contains("story"))) go("#articles");
}

if (form) {
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
}
show(location.hash);
