// Buttons that move a smaller row up or down, in place of the number that says its order.
// Passages stay the same rows while others are added, so theirs is said by number.
const GROUPS = document.querySelectorAll("[data-inline-type=stacked]:not(#passages-group)");
const rowsOf = (group) => [...group.querySelectorAll(".inline-related:not(.empty-form)")];
const orderOf = (row) => row.querySelector("input[name$='-position']");

// Only once something has been moved: a form sent as it was opened changes nothing.
function number(group) {
  rowsOf(group).forEach((row, place) => { orderOf(row).value = place; });
}

function move(row, group, by) {
  const rows = rowsOf(group);
  const other = rows[rows.indexOf(row) + by];
  if (!other) return;
  if (by < 0) other.before(row);
  else other.after(row);
  number(group);
  row.querySelector(by < 0 ? ".up" : ".down").focus();
  orderOf(row).dispatchEvent(new Event("change", { bubbles: true }));
}

function arrow(label, sign, kind, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = kind;
  button.setAttribute("aria-label", label);
  button.textContent = sign;
  button.addEventListener("click", act);
  return button;
}

function prepare(row, group) {
  if (!orderOf(row) || row.querySelector(".arrows")) return;
  const arrows = document.createElement("span");
  arrows.className = "arrows";
  arrows.append(
    arrow("Move up", "↑", "up", () => move(row, group, -1)),
    arrow("Move down", "↓", "down", () => move(row, group, 1)),
  );
  row.querySelector("h3")?.append(arrows);
  row.classList.add("ordered");
}

for (const group of GROUPS) rowsOf(group).forEach((row) => prepare(row, group));
document.addEventListener("formset:added", (event) => {
  const group = event.target.closest("[data-inline-type=stacked]");
  if ([...GROUPS].includes(group)) prepare(event.target, group);
});
