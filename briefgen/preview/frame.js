"use strict";
// Shows the newest page of one audience, and keeps the place in it when it is renewed.
const part = (id) => document.getElementById(id);
const html = part("html"), pdf = part("pdf"), choice = part("audience"), past = part("edition");
const shown = { html: "", pdf: "" };
let state = null, events = null;

// The fragment of the address says what is shown, so that reloading the page changes nothing.
const [wantedAudience, wantedView, wantedEdition] = location.hash.slice(1).split("/").map(decodeURIComponent);
const views = ["html", "both", "pdf"];
const offered = [...choice.options].map((one) => one.value);
let audience = offered.includes(wantedAudience) ? wantedAudience : choice.value;
const kept = [...past.options].map((one) => one.value);
let edition = kept.includes(wantedEdition) ? wantedEdition : past.value;
let view = views.includes(wantedView) ? wantedView : innerWidth < 1000 ? "html" : "both";

const at = (kind, stamp) =>
  new URL(`${kind}/${encodeURIComponent(audience)}?e=${edition}${stamp ? `&v=${stamp}` : ""}`, location.href.split("#")[0]).href;
const key = () => `${audience}/${edition}/${state.stamp}`;

function remember() {
  history.replaceState(null, "", `#${encodeURIComponent(audience)}/${view}/${edition}`);
  document.body.className = view;
  document.querySelector(`input[value="${view}"]`).checked = true;
}

function showHtml() {
  if (!state.stamp || shown.html === key()) return;
  const sameAudience = shown.html.startsWith(`${audience}/${edition}/`);
  const place = sameAudience && html.contentWindow ? html.contentWindow.scrollY : 0;
  shown.html = key();
  html.onload = () => {
    html.contentWindow.scrollTo(0, place);
    // The address of a source opens beside the preview, not in its place.
    for (const link of html.contentDocument.querySelectorAll('a[href^="http"]')) {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    }
  };
  html.contentWindow.location.replace(at("html", state.stamp));
}

async function showPdf() {
  if (view === "html" || !state.stamp || shown.pdf === key()) return;
  const wanted = (shown.pdf = key());
  part("printing").textContent = "Printing…";
  try {
    const answer = await fetch(at("pdf", state.stamp));
    if (wanted !== key()) return;
    // The viewers of Chromium and Firefox would give half of the pane to small pictures of the pages.
    if (answer.status === 200) pdf.contentWindow.location.replace(`${answer.url}#navpanes=0&pagemode=none&view=FitH`);
    part("printing").textContent = answer.ok ? "" : await answer.text();
  } catch (lost) {
    if (wanted === key()) shown.pdf = "";
  }
}

function offerEditions(editions) {
  if (editions.map(([, words]) => words).join() !== [...past.options].map((one) => one.textContent).join())
    past.replaceChildren(...editions.map(([number, words]) => new Option(words, number)));
  past.value = edition;
  part("editions").hidden = editions.length < 2;
}

function offer(audiences) {
  const names = audiences.map(([name, title]) => `${name}: ${title}`);
  if (names.join() !== [...choice.options].map((one) => one.textContent).join())
    choice.replaceChildren(...audiences.map(([name], at) => new Option(names[at], name)));
  choice.value = audience;
}

function update(message) {
  state = JSON.parse(message.data);
  offer(state.audiences);
  offerEditions(state.editions);
  part("error").hidden = !state.error;
  part("panes").hidden = !state.stamp; // what they hold is of another audience
  part("error").querySelector("h2").textContent = state.stamp
    ? "Not up to date: the last good page is below" : "There is no page yet";
  part("error").querySelector("pre").textContent = state.error || "";
  part("status").textContent = state.error ? "needs mending" : `up to date, ${new Date().toLocaleTimeString()}`;
  showHtml();
  showPdf();
}

function listen() {
  if (events) events.close();
  remember();
  events = new EventSource(at("events", ""));
  events.onmessage = update;
  events.onerror = () => { part("status").textContent = "no connection: is briefgen preview still running?"; };
}

choice.addEventListener("change", () => { audience = choice.value; listen(); });
past.addEventListener("change", () => { edition = past.value; listen(); });
for (const one of document.querySelectorAll("input[name=view]"))
  one.addEventListener("change", () => { view = one.value; remember(); if (state) showPdf(); });
listen();
