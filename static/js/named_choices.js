// Gives each field that is searched in the admin its label as its name: Django puts a box of its own
// in place of the field, and the label stays with what is hidden. An empty box had no name at all.
function name(field) {
  const label = field.labels?.[0];
  const box = field.nextElementSibling;
  const chosen = box?.querySelector(".select2-selection--single .select2-selection__rendered");
  if (!label || !chosen) return;
  label.id ||= `${field.id}_label`;
  chosen.setAttribute("aria-labelledby", label.id);
  box.querySelector("[role=combobox]").setAttribute("aria-labelledby", `${label.id} ${chosen.id}`);
}

function nameAll(root) {
  root.querySelectorAll(".admin-autocomplete").forEach(name);
}

// The boxes are made when jQuery calls the page ready, on a busy machine after it has loaded: this
// asks for the same moment, and comes after, as it asks later.
window.django?.jQuery?.(() => nameAll(document));
document.addEventListener("formset:added", (event) => nameAll(event.target));
