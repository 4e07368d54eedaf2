// Answers a choice in place. Without it, the same form and links do the same with a new page.

const form = document.getElementById("browse");
const results = document.getElementById("results");
const announcement = document.getElementById("announcement");
let asking = null; // {url, controller} of the request on its way
let asked = null; // the address asked for last, before the server gave it its one spelling
let shown = bare(location.href);

function bare(url) {
  return url.split("#")[0];
}

// The address that the form asks for, empty fields left out.
function wanted() {
  const pairs = [...new FormData(form)].filter(([, value]) => value.trim());
  const url = new URL(form.action);
  url.search = new URLSearchParams(pairs);
  return url.href;
}

async function show(url, remember) {
  asking?.controller.abort();
  const request = (asking = { url, controller: new AbortController() });
  asked = url;
  results.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(url, { signal: request.controller.signal });
    if (!response.ok) throw new Error(response.statusText);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (request !== asking) return;
    // A past day has one verdict more to choose, a report found by its title one more report:
    // that takes a new page.
    if (ids(page) !== ids(form)) throw new Error("other options");
    if (remember && response.url !== location.href) history.pushState(null, "", response.url);
    shown = bare(location.href);
    replace(page, remember);
    asking = null;
  } catch {
    if (request === asking) location.assign(url);
  }
}

function replace(page, remember) {
  const focused = document.activeElement;
  const inside = results.contains(focused);
  replaceOptions(page);
  results.replaceChildren(...page.getElementById("results").childNodes);
  results.removeAttribute("aria-busy");
  const sentence = document.getElementById("sentence");
  if (inside) (document.getElementById(focused.id) ?? sentence).focus();
  // What somebody is typing is theirs.
  if (!remember || focused.name !== "q") form.elements.q.value = page.getElementById("words").value;
  const canonical = "link[rel=canonical]";
  document.querySelector(canonical).href = page.querySelector(canonical).href;
  document.title = page.title;
  announcement.textContent = sentence.textContent;
}

function options(root) {
  return root.querySelectorAll(".chk input");
}

function ids(root) {
  return [...options(root)].map((option) => option.id).join();
}

// Each option keeps its place and its focus; only its tick and its number change.
function replaceOptions(page) {
  // What the filters say of themselves, and what the list is called.
  for (const id of ["in-use", "heading", "audience-note"]) {
    const own = document.getElementById(id);
    if (own) own.replaceWith(page.getElementById(id));
  }
  document.getElementById("show").textContent = page.getElementById("show").textContent;
  form.elements["as-at"].value = page.getElementById("as-at").value;
  for (const option of options(form)) {
    const own = option.closest(".chk");
    const fresh = page.getElementById(option.id).closest(".chk");
    option.checked = fresh.querySelector("input").checked;
    own.className = fresh.className;
    own.querySelector(".n").replaceWith(fresh.querySelector(".n"));
  }
}

// Once only: a press of the button right after a change asks for what is already here.
function ask() {
  const url = wanted();
  if (url !== (asking?.url ?? asked)) show(url, true);
}

form.addEventListener("change", (event) => {
  if (event.target.matches("[type=checkbox], select")) ask();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});
addEventListener("popstate", () => {
  if (bare(location.href) !== shown) show(location.href, false);
});
