// What a journey sees in a page: things by their role and by the words that a person reads or hears there. It becomes
// the beginning of each script, so nothing of it stays in the page.

const roles = {
  link: "a[href]",
  button: "button",
  field: "input:not([type=radio], [type=checkbox]), textarea, select",
  choice: "input[type=radio], input[type=checkbox]",
  heading: "h1, h2, h3",
  fold: "summary",
  status: "[role=status]",
};

const words = (text) => text.replace(/\s+/g, " ").trim();

const shown = (element) => element.getClientRects().length > 0;

function nameOf(element) {
  const by = element.getAttribute("aria-labelledby");
  if (by !== null) {
    const texts = by.split(" ").map((id) => document.getElementById(id)?.textContent ?? "");
    return words(texts.join(" "));
  }
  const label = element.getAttribute("aria-label");
  if (label !== null) return words(label);
  const labels = [...(element.labels ?? [])].map((one) => one.textContent);
  return words(labels.length > 0 ? labels.join(" ") : element.textContent);
}

const all = (role) => [...document.querySelectorAll(roles[role])].filter(shown);

// The one that is called exactly so; else the first whose name begins so, because hints may follow in a label.
function find(role, name) {
  const there = all(role);
  return (
    there.find((element) => nameOf(element) === name) ??
    there.find((element) => nameOf(element).startsWith(name)) ??
    null
  );
}

// Scrolls as a person does, to have it in the middle and not below what sticks to an edge.
function inSight(element) {
  element?.scrollIntoView({ block: "center", behavior: "instant" });
  return element;
}

// Asks again and again until there is an answer; `null` when patience has run out.
function until(patience, ask, done) {
  const end = performance.now() + patience;
  const look = () => {
    const answer = ask();
    if (answer) done(answer);
    else if (performance.now() > end) done(null);
    else setTimeout(look, 20);
  };
  look();
}
