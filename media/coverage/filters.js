import { element, filled } from './dom.js';

/** The form above the picture: which text, and what of it counts. */
export class Filters {
  constructor(form, { words, onSource, onFilter }) {
    this.words = words;
    this.parts = form.elements;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', ({ target }) => {
      if (target === this.parts.source) onSource(target.value);
      else onFilter(this.filter());
    });
    this.parts.clear.addEventListener('click', () => {
      for (const name of ['paper', 'author', 'since', 'until']) this.parts[name].value = '';
      onFilter({});
      this.parts.paper.focus();
    });
  }

  filter() {
    const { paper, author, since, until } = this.parts;
    return {
      ...(paper.value === '' ? {} : { papers: [paper.value] }),
      ...(author.value === '' ? {} : { authors: [author.value] }),
      ...(since.value === '' ? {} : { since: since.value }),
      ...(until.value === '' ? {} : { until: until.value }),
    };
  }

  /** Shows what there is to choose from, and what is chosen. Lists that are the same stay, and so does the focus. */
  show({ key, sources, papers, authors, filter }) {
    const { source, paper, author, since, until, clear } = this.parts;
    const name = ({ title, by, date }) => [title, by, date].filter(Boolean).join(' · ');
    offer(
      source,
      sources.map((each) => [each.key, each.title]),
    );
    offer(paper, [
      ['', filled(this.words.allPapers, papers.length)],
      ...papers.map((each) => [each.uri, name(each)]),
    ]);
    offer(author, [['', this.words.everybody], ...authors.map((each) => [each, each])]);
    source.value = key;
    paper.value = filter.papers?.[0] ?? '';
    author.value = filter.authors?.[0] ?? '';
    since.value = filter.since ?? '';
    until.value = filter.until ?? '';
    source.closest('label').hidden = sources.length < 2;
    clear.hidden = Object.keys(filter).length === 0;
  }
}

function offer(select, options) {
  const written = JSON.stringify(options);
  if (select.dataset.options === written) return;
  select.dataset.options = written;
  select.replaceChildren(...options.map(([value, text]) => element('option', { value }, text)));
}
