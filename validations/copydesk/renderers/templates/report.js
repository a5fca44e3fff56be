// Filters, links into closed sections, keys and printing. Without this script all text can still be read.
"use strict";
(() => {
  const form = document.querySelector(".filter");
  const sections = [...document.querySelectorAll("details.check")];
  const findings = [...document.querySelectorAll(".findings > li")];
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const texts = new Map();

  const textOf = (finding) => {
    if (!texts.has(finding)) texts.set(finding, fold(finding.textContent));
    return texts.get(finding);
  };

  const show = () => {
    const data = new FormData(form);
    const text = fold(String(data.get("text") ?? "").trim());
    const wanted = [...data].filter(([name, value]) => name !== "text" && value);
    const active = Boolean(text) || wanted.length > 0;
    let shown = 0;
    for (const finding of findings) {
      const fits = wanted.every(([name, value]) => finding.dataset[name] === value);
      finding.hidden = !(fits && (!text || textOf(finding).includes(text)));
      shown += finding.hidden ? 0 : 1;
    }
    for (const section of sections) {
      section.hidden = active && !section.querySelector(".findings > li:not([hidden])");
      if (active && !section.hidden) section.open = true;
    }
    form.querySelector("output").value = active ? form.dataset.count.replace("$1", () => shown).replace("$2", () => findings.length) : "";
  };

  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (form && target.closest("[hidden]")) { form.reset(); show(); }
    const section = target.closest("details");
    if (section) section.open = true;
    target.scrollIntoView();
  };

  const step = (by) => {
    const visible = findings.filter((each) => each.checkVisibility() && each.closest("details").open);
    const here = visible.findIndex((each) => each.contains(document.activeElement));
    const next = visible[here < 0 ? (by > 0 ? 0 : visible.length - 1) : here + by];
    if (next) { next.focus({ preventScroll: true }); next.scrollIntoView({ block: "nearest" }); }
  };

  const pairs = [...document.querySelectorAll(".pair")];
  const stepPair = (by) => {
    const here = pairs.findIndex((each) => each.contains(document.activeElement));
    const next = pairs[here < 0 ? (by > 0 ? 0 : pairs.length - 1) : here + by];
    if (next) { next.focus({ preventScroll: true }); next.scrollIntoView({ block: "nearest" }); }
  };

  const stepDifference = () => {
    const pair = pairs.find((each) => each.contains(document.activeElement)) ?? pairs[0];
    if (!pair) return;
    const own = [...pair.querySelectorAll("ins, del")];
    const next = own[own.indexOf(document.activeElement) + 1] ?? own[0] ?? pair;
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };

  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea")) return;
    if (event.key === "/" && form) { event.preventDefault(); form.elements.text.focus(); }
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
    if (event.key === "n") stepPair(1);
    if (event.key === "p") stepPair(-1);
    if (event.key === "d") stepDifference();
  };

  if (form) {
    form.hidden = false;
    form.addEventListener("input", show);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(show));
    show();
  }
  for (const keys of document.querySelectorAll(".keys[hidden]")) keys.hidden = false;
  let closed = [];
  addEventListener("beforeprint", () => { closed = sections.filter((each) => !each.open); closed.forEach((each) => { each.open = true; }); });
  addEventListener("afterprint", () => closed.forEach((each) => { each.open = false; }));
  addEventListener("hashchange", reveal);
  document.addEventListener("keydown", onKey);
  reveal();
})();
