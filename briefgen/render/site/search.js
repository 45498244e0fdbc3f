// The search of an archive of briefs, without a server: it loads the lists of the words that are asked for, and
// the records that are shown, as scripts, since a page from a file share may load nothing else.
"use strict";
(() => {
  const PAGE = 20;
  const SINGLE = "\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const WORD = new RegExp(`[${SINGLE}]|(?:(?![${SINGLE}])[\\p{L}\\p{N}])+`, "gu");
  const SHOWN_WORD = new RegExp(`[${SINGLE}]|(?:(?![${SINGLE}])[\\p{L}\\p{N}]\\p{M}*)+`, "gu");
  const TERM = /["“”„«»]([^"“”„«»]*)["“”„«»]?(\*?)|([^\s"“”„«»]+)/g;

  const form = document.getElementById("ask");
  const told = document.getElementById("told");
  const hits = document.getElementById("hits");
  const more = document.getElementById("more");
  const words = JSON.parse(form.dataset.words);
  const statuses = JSON.parse(form.dataset.statuses);
  const stances = JSON.parse(form.dataset.stances);
  const language = form.dataset.language;
  const days = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeZone: "UTC" });

  // Files of data call this with what they hold.
  const waiting = new Map();
  const loaded = new Map();
  window.briefgen = (kind, number, value) => waiting.get(`${kind}-${number}`)(value);

  function load(kind, number) {
    const name = `${kind}-${number}`;
    if (!loaded.has(name)) {
      loaded.set(name, new Promise((resolve, reject) => {
        waiting.set(name, resolve);
        const script = document.createElement("script");
        script.src = `${form.dataset.folder}/${kind === "index" ? kind : name}.js`;
        script.onerror = () => reject(new Error(name));
        document.head.append(script);
      }));
    }
    return loaded.get(name);
  }

  // As folding.py folds.
  const folded = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase().toLowerCase().replace(/ς/g, "σ");
  const formsOf = text => folded(text).match(WORD) || [];

  function termsOf(text) {
    return [...text.matchAll(TERM)].map(([, row, star, word]) => ({
      forms: formsOf(row ?? word),
      prefix: star === "*" || (row ?? word).endsWith("*"),
    })).filter(term => term.forms.length);
  }

  const filled = (words, values) => words.replace(/\{(\w+)\}/g, (field, name) => values[name] ?? field);

  // ------------------------------------------------------------------ lists

  function unpacked(list) {
    let last = -1;
    return list.split(" ").map(step => (last += parseInt(step, 36)));
  }

  async function listOf(index, term) {
    const file = index.starts.findLastIndex(start => start <= term);
    const lists = file < 0 ? {} : await load("words", file);
    return Object.hasOwn(lists, term) ? unpacked(lists[term]) : [];
  }

  async function listOfBeginning(index, start) {
    const first = Math.max(0, index.starts.findLastIndex(other => other <= start));
    const all = new Set();
    for (let file = first; file < index.starts.length; file++) {
      if (index.starts[file] > start && !index.starts[file].startsWith(start)) break;
      for (const [term, list] of Object.entries(await load("words", file))) {
        if (term.startsWith(start)) unpacked(list).forEach(number => all.add(number));
      }
    }
    return [...all].sort((a, b) => a - b);
  }

  function both(some, others) {
    const known = new Set(others);
    return some.filter(number => known.has(number));
  }

  // The numbers of the records of the days from `since` to `until`; the newest day comes first.
  function range(index, since, until) {
    const newer = until ? index.days.find(([day]) => day <= until) : index.days[0];
    const older = since ? index.days.find(([day]) => day < since) : undefined;
    return [newer ? newer[1] : index.total, older ? older[1] : index.total];
  }

  async function candidates(index, asked, terms) {
    const [first, end] = range(index, asked.since, asked.until);
    let found = null;
    const narrow = list => { found = found === null ? list : both(found, list); };
    const kinds = ["job", "status"].filter(key => asked[key]).map(key => listOf(index, `=${key}:${asked[key]}`));
    const forms = terms.flatMap(term => term.forms.map((one, place) =>
      ({ one, beginning: term.prefix && place === term.forms.length - 1 })));
    // All are asked for at once: each waits for a file of its own.
    const lists = forms.map(({ one, beginning }) => beginning ? listOfBeginning(index, one) : listOf(index, one));
    (await Promise.all(kinds)).forEach(narrow);
    (await Promise.all(lists)).forEach((list, place) => {
      const { one, beginning } = forms[place];
      if (!list.length && !beginning) asked.unknown ??= one;
      narrow(list);
    });
    if (found === null) return Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
    return found.filter(number => number >= first && number < end);
  }

  // ------------------------------------------------------------------ records

  async function recordOf(index, number) {
    const batch = await load("records", Math.floor(number / index.batch));
    const [kind, job, text, speaker, stance, status, place, first, firstAnchor, last, anchor] =
      batch.rows[number % index.batch];
    const [publisher, title, day, marking] = batch.sources[place];
    return { kind, job, text, speaker, stance, status, publisher, title, day, marking, first, firstAnchor, last, anchor };
  }

  function startsAt(forms, at, term) {
    return term.forms.every((one, place) => {
      const other = forms[at + place];
      const beginning = term.prefix && place === term.forms.length - 1;
      return other !== undefined && (beginning ? other.startsWith(one) : other === one);
    });
  }

  // Whether the words of a term follow one another in one of the fields.
  function holds(record, term) {
    return [record.text, record.speaker, record.publisher, record.title].some(field => {
      const forms = formsOf(field);
      return forms.some((_, at) => startsAt(forms, at, term));
    });
  }

  function marked(text, terms) {
    const places = [...text.matchAll(SHOWN_WORD)].flatMap(one =>
      formsOf(one[0]).map(form => ({ form, start: one.index, end: one.index + one[0].length })));
    const forms = places.map(one => one.form);
    const lit = new Set();
    forms.forEach((_, at) => terms.filter(term => startsAt(forms, at, term)).forEach(term =>
      term.forms.forEach((_, place) => lit.add(at + place))));
    const parts = [];
    let done = 0;
    for (const at of [...lit].sort((a, b) => a - b)) {
      const { start, end } = places[at];
      if (start < done) continue;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(start, end);
      parts.push(text.slice(done, start), mark);
      done = end;
    }
    return [...parts, text.slice(done)];
  }

  function made(name, className, ...parts) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...parts.filter(part => part !== ""));
    return element;
  }

  const dayWords = day => /^\d{4}-\d\d-\d\d$/.test(day) ? days.format(new Date(`${day}T00:00:00Z`)) : day;

  function linkTo(index, record, number, anchor, form) {
    const [path, day] = index.jobs[record.job][number];
    const link = made("a", "", filled(form, { number }));
    link.href = path.split("/").map(encodeURIComponent).join("/") + (anchor && path.endsWith(".html") ? `#${anchor}` : "");
    link.title = filled(words.of_day, { day: dayWords(day) });
    return link;
  }

  function shownHit(index, record, terms) {
    const status = statuses[record.status] || words[record.kind];
    const lead = made("p", "lead", status, made("span", "note", stances[record.stance] || ""));
    const text = made("p", "text", ...marked(record.text, terms));
    const facts = made("p", "facts");
    const known = [record.speaker, record.publisher !== record.speaker && record.publisher, record.title && `“${record.title}”`, dayWords(record.day), record.marking];
    known.filter(Boolean).forEach((part, at) => facts.append(at ? " · " : "", ...marked(part, terms)));
    const [, day] = index.jobs[record.job][record.last];
    const where = made("p", "links", made("span", "", `${record.job}, `),
      linkTo(index, record, record.last, record.anchor, words.edition), `, ${filled(words.of_day, { day: dayWords(day) })}`);
    if (record.first !== record.last) {
      where.append(", ", linkTo(index, record, record.first, record.firstAnchor, words.since_edition));
    }
    return made("li", `led ${record.kind}`, lead, text, facts, where);
  }

  // ------------------------------------------------------------------ the page

  async function show(asked) {
    told.textContent = words.loading;
    const index = await load("index", 0);
    const terms = termsOf(asked.q);
    if (!terms.length && !asked.job && !asked.status && !asked.since && !asked.until) {
      told.textContent = words.ask;
      return;
    }
    const found = await candidates(index, asked, terms);
    const rows = terms.filter(term => term.forms.length > 1);
    let at = 0, count = 0;

    async function next() {
      const batch = [];
      for (const number of found.slice(at, at + PAGE)) recordOf(index, number).catch(() => {});
      while (at < found.length && batch.length < PAGE) {
        const record = await recordOf(index, found[at++]);
        if (rows.every(term => holds(record, term))) batch.push(shownHit(index, record, terms));
      }
      hits.append(...batch);
      count += batch.length;
      more.hidden = at >= found.length;
      tell(batch);
    }

    function tell(batch) {
      const number = rows.length ? count : found.length;
      const open = rows.length && at < found.length;
      const form = open ? words.found_some : number === 1 ? words.found_one : words.found;
      const all = filled(form, { count: number.toLocaleString(language) });
      told.textContent = count ? all + (at < found.length ? filled(words.shown, { count }) : "") + "." :
        asked.unknown ? `${words.found_none} ${filled(words.unknown, { word: asked.unknown })}` : words.found_none;
      if (count > batch.length && batch.length) batch[0].querySelector("a").focus();
    }

    more.onclick = () => guarded(next());
    await next();
  }

  const guarded = work => work.catch(() => { told.textContent = words.failed_to_load; });

  const asked = Object.fromEntries(["q", "job", "status", "since", "until"].map(name =>
    [name, new URLSearchParams(location.search).get(name) || ""]));
  document.getElementById("without").hidden = true;
  form.hidden = false;
  for (const [name, value] of Object.entries(asked)) form.elements[name].value = value;
  if (!asked.q) form.elements.q.focus();
  form.addEventListener("formdata", event => {
    for (const [name, value] of [...event.formData]) if (!value) event.formData.delete(name);
  });
  guarded(show(asked));
})();
