// What a reader chose for this browser: the colours, set before anything is painted, and whether
// "/" goes to the search. Nothing is kept until somebody chooses, and nothing leaves the browser.

(() => {
  const SCHEME = "ics-leadership-scheme";
  const SLASH = "ics-leadership-slash";
  const MEDIA = { light: "not all", dark: "all" };
  const dark = document.getElementById("dark");
  const asked = dark.media;
  const chosen = {};

  // A browser that keeps nothing knows it until the page closes.
  function read(key) {
    try {
      return localStorage.getItem(key) ?? chosen[key] ?? "";
    } catch {
      return chosen[key] ?? "";
    }
  }

  function keep(key, value) {
    chosen[key] = value;
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch {
      // It is chosen for this page alone.
    }
  }

  function paint() {
    dark.media = MEDIA[read(SCHEME)] ?? asked;
  }

  function say() {
    for (const each of document.querySelectorAll("[data-scheme]")) {
      each.setAttribute("aria-pressed", String(each.dataset.scheme === read(SCHEME)));
    }
    document.querySelector("[data-slash]")?.setAttribute("aria-pressed", String(read(SLASH) !== "no"));
  }

  function choose({ target }) {
    const pressed = target.closest("[data-scheme], [data-slash]");
    if (!pressed) return;
    if ("slash" in pressed.dataset) keep(SLASH, read(SLASH) === "no" ? "" : "no");
    else keep(SCHEME, pressed.dataset.scheme);
    paint();
    say();
  }

  // Not while somebody types, nor where the key means something else.
  function search(event) {
    const { target, key } = event;
    if (key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (target.closest?.("input, textarea, select, [contenteditable]") || read(SLASH) === "no") return;
    const field = document.querySelector("[role=search] input[type=search], #words");
    if (!field) return;
    event.preventDefault();
    field.focus();
  }

  paint();
  document.documentElement.classList.add("scripted");
  document.addEventListener("DOMContentLoaded", say);
  document.addEventListener("click", choose);
  document.addEventListener("keydown", search);
  addEventListener("storage", () => {
    paint();
    say();
  });
})();
