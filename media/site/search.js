// @ts-check
// Searches the index that stands in a script beside this one: a page that is opened as a file may not fetch.
'use strict';

(() => {
  /** How many results are listed at most, and how much text stands around what was found. */
  const mostResults = 60;
  const aroundCharacters = 90;

  /** @param {string} name */
  function word(name) {
    const template = document.getElementById('words');
    const found = template instanceof HTMLTemplateElement && template.content.querySelector(`[data-word="${name}"]`);
    return (found && found.textContent) || '';
  }

  /** @param {string} template @param {number[]} values */
  function filled(template, ...values) {
    return template.replace(/\{(\d)\}/g, (_, place) => String(values[Number(place)] ?? ''));
  }

  /** A text as it is compared: without case, accents and kinds of marks. @param {string} text */
  function formOf(text) {
    return text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[’‘ʼ]/g, "'")
      .replace(/ς/g, 'σ');
  }

  /** The form of a text, and where each of its characters stood. @param {string} text */
  function folded(text) {
    let form = '';
    /** @type {number[]} */
    const starts = [];
    let at = 0;
    for (const character of text) {
      const plain = formOf(character);
      for (let i = 0; i < plain.length; i++) starts.push(at);
      form += plain;
      at += character.length;
    }
    starts.push(at);
    return { form, starts };
  }

  /** @type {readonly (readonly [kind: string, title: string, address: string, text: string])[]} */
  const written = Reflect.get(globalThis, 'pilcrowSearch') ?? [];
  const entries = written.map(([kind, title, address, text]) => ({
    kind,
    title,
    address,
    text,
    titleForm: formOf(title),
    textForm: formOf(text),
  }));
  const input = /** @type {HTMLInputElement} */ (document.getElementById('search'));
  const found = /** @type {HTMLElement} */ (document.getElementById('found'));
  const results = /** @type {HTMLElement} */ (document.getElementById('results'));

  /** How well an entry fits: undefined where a word is missing. @param {typeof entries[number]} entry @param {string[]} words */
  function scoreOf({ titleForm, textForm }, words) {
    let score = 0;
    for (const each of words) {
      const inTitle = titleForm.indexOf(each);
      const inText = textForm.indexOf(each);
      if (inTitle < 0 && inText < 0) return undefined;
      if (inTitle >= 0) score += begins(titleForm, inTitle) ? 8 : 4;
      if (inText >= 0) score += begins(textForm, inText) ? 3 : 1;
    }
    if (words.length > 1 && (textForm.includes(words.join(' ')) || titleForm.includes(words.join(' ')))) score += 6;
    return score;
  }

  /** Whether a word begins at a place. @param {string} text @param {number} at */
  function begins(text, at) {
    return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
  }

  /** The text around what was found, with what was found marked. @param {string} text @param {string[]} words */
  function excerpt(text, words) {
    const { form, starts } = folded(text);
    const first = Math.min(...words.map((each) => form.indexOf(each)).filter((at) => at >= 0), form.length);
    const from = first > aroundCharacters ? form.lastIndexOf(' ', first - aroundCharacters) + 1 : 0;
    const to = Math.min(form.length, Math.max(first, from) + 2 * aroundCharacters);
    /** @type {(string | Node)[]} */
    const parts = from > 0 ? ['… '] : [];
    let at = from;
    while (at < to) {
      const hits = words.map((each) => [form.indexOf(each, at), each.length]).filter(([hit]) => hit >= 0 && hit < to);
      hits.sort(([a, longA], [b, longB]) => a - b || longB - longA);
      const [hit, length] = hits[0] ?? [to, 0];
      parts.push(text.slice(starts[at], starts[hit]));
      if (length === 0) break;
      const mark = document.createElement('mark');
      mark.textContent = text.slice(starts[hit], starts[hit + length]);
      parts.push(mark);
      at = hit + length;
    }
    if (to < form.length) parts.push(' …');
    return parts;
  }

  /** @param {typeof entries[number]} entry @param {string[]} words */
  function resultOf({ kind, title, address, text }, words) {
    const item = document.createElement('li');
    const about = document.createElement('p');
    about.className = 'kind';
    about.textContent = kind;
    const link = document.createElement('a');
    link.href = address;
    link.textContent = title || text;
    const around = document.createElement('p');
    if (title) around.append(...excerpt(text, words));
    item.append(about, link, around);
    return item;
  }

  function search() {
    const words = [...new Set(formOf(input.value).split(/\s+/).filter(Boolean))];
    const fitting = words.length === 0 ? [] : entries.flatMap((entry, place) => {
      const score = scoreOf(entry, words);
      return score === undefined ? [] : [{ entry, score, place }];
    });
    fitting.sort((a, b) => b.score - a.score || a.place - b.place);
    const listed = fitting.slice(0, mostResults);
    results.replaceChildren(...listed.map(({ entry }) => resultOf(entry, words)));
    if (words.length === 0) found.textContent = word('searchEmpty');
    else if (fitting.length === 0) found.textContent = word('searchNothing');
    else if (fitting.length > listed.length)
      found.textContent = filled(word('searchFirst'), fitting.length, listed.length);
    else found.textContent = filled(word('searchFound'), fitting.length);
    const query = new URLSearchParams(input.value === '' ? {} : { q: input.value }).toString();
    try {
      history.replaceState(null, '', `${location.pathname}${query === '' ? '' : `?${query}`}`);
    } catch {
      // Some browsers let no file change its address. The words are then not kept for who comes back.
    }
  }

  input.value = new URLSearchParams(location.search).get('q') ?? '';
  input.addEventListener('input', search);
  search();
  input.focus();
})();
