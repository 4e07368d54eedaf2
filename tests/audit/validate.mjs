// The HTML validator over saved pages: node validate.mjs FILE... prints what it found.
import { HtmlValidate, formatterFactory } from "html-validate";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
  rules: {
    // About how the source is written, which no reader gets to see.
    "no-trailing-whitespace": "off",
    "attribute-boolean-style": "off",
    "void-style": "off",
    "long-title": "off",
    // Our own files come from the server that sends the page, under a name that holds their hash.
    "require-sri": ["error", { target: "crossorigin" }],
    // A table that is laid out as blocks on a phone is a table to a screen reader by its roles only.
    "no-redundant-role": "off",
    // A list may bear a name: that of the results is the sentence above them.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
  },
});
const report = await validator.validateMultipleFiles(process.argv.slice(2));
console.log(formatterFactory("json")(report.results));
