// Keeps the list of what a record still lacks in step with its form, and leads to each field: its
// folded part is opened, and the field takes the focus. Without this the links lead to the part.
const section = document.querySelector(".readiness");
const form = section?.closest("form");
const OWN = "own";
const entries = section ? [...section.querySelectorAll("li[data-key]")] : [];
const placeOf = (entry) => document.getElementById(entry.querySelector("a").hash.slice(1));

function rowsOf(group) {
  return [...group.querySelectorAll(".inline-related:not(.empty-form)")].filter(
    (row) => !row.querySelector("[name$='-DELETE']")?.checked,
  );
}

function holds(entry) {
  const place = placeOf(entry);
  if (!place) return true;
  if (place.id === "citations-group" && document.getElementById("id_trail")?.value === OWN) return true;
  const { key } = entry.dataset;
  if (!key) return place.value.trim() !== "";
  return rowsOf(place).some((row) => row.querySelector(`[name$='-${key}']`)?.value);
}

function show() {
  const missing = entries.filter((entry) => {
    entry.hidden = holds(entry);
    return !entry.hidden;
  });
  section.querySelector(".there").textContent = entries.length - missing.length;
  section.querySelector(".missing").hidden = missing.length === 0;
}

// A field that is searched stands behind a box of its own.
function focusable(place) {
  const open = (field) => field.offsetParent !== null && field.type !== "hidden";
  const field = place.matches("input, select, textarea")
    ? place
    : [...place.querySelectorAll("input, select, textarea, .add-row a")].find(open);
  const box = field?.matches(".select2-hidden-accessible") ? field.nextElementSibling : null;
  return box?.querySelector(".select2-selection") ?? field;
}

function lead(event) {
  const link = event.target.closest("a[href^='#']");
  const place = link && document.getElementById(link.hash.slice(1));
  if (!place) return;
  event.preventDefault();
  const folded = place.closest("details") ?? place.querySelector("details");
  if (folded) folded.open = true;
  const field = focusable(place);
  (field ?? place).scrollIntoView({ block: "center" });
  field?.focus();
}

if (form) {
  section.addEventListener("click", lead);
  for (const name of ["input", "change", "formset:added", "formset:removed"]) document.addEventListener(name, show);
  // What is searched says so in jQuery alone.
  window.django?.jQuery?.(form).on("change", show);
}
