import type { CslDate } from '../bibliography.ts';
import type { Evaluator } from './scope.ts';
import { numberOutput } from './numbers.ts';
import { formatted, literal, type StyleOutput, tagged } from './output.ts';
import { noText, plainRich } from './richText.ts';
import type { DateElement, DatePart, DatePartName, Formatting } from './parsedStyle.ts';

type DateParts = Readonly<Partial<Record<DatePartName, number>>>;

const partOrder: readonly DatePartName[] = ['year', 'month', 'day'];
/** Months from here on are seasons: 13 to 16, 17 to 20 and 21 to 24 are spring to winter. */
const firstSeason = 13;

/** A date as a style prints it. */
export function dateOutput(evaluation: Evaluator, element: DateElement): StyleOutput | undefined {
  if (!evaluation.ask(element.variable)) return undefined;
  const date = evaluation.scope.reference.date(element.variable);
  if (date === undefined) return undefined;
  const { parts, formatting } = localized(evaluation, element);
  if (date.literal !== undefined) return formatted(formatting, [literal(plainRich(date.literal))]);
  const [from = {}, to] = partsOfDate(date);
  const outputs = to === undefined ? single(evaluation, from, parts) : dateRange(evaluation, from, to, parts);
  if (outputs.every((output) => output === undefined)) evaluation.unfill();
  const years = (date['date-parts'] ?? []).map(([year]) => year);
  return tagged({ is: 'date', years }, formatted(formatting, [...outputs, evaluation.yearSuffix()]));
}

/** The parts that are printed and how, by the style and by its locale, which holds first for how they look. */
function localized(
  { scope }: Evaluator,
  element: DateElement,
): { readonly parts: readonly DatePart[]; readonly formatting: Formatting } {
  const isShown = ({ name }: DatePart): boolean =>
    element.shown === undefined || element.shown.split('-').includes(name);
  const local = element.form && scope.locale.date(element.form);
  if (local === undefined) return { parts: element.parts.filter(isShown), formatting: element.formatting };
  const parts = local.parts.map((part): DatePart => {
    const own = element.parts.find(({ name }) => name === part.name);
    return own ? { ...own, formatting: { ...own.formatting, ...part.formatting } } : part;
  });
  return { parts: parts.filter(isShown), formatting: { ...local.formatting, ...element.formatting } };
}

function partsOfDate(date: CslDate): readonly DateParts[] {
  const dates = date['date-parts'] ?? [];
  const season = /^\d+$/.test(String(date.season ?? '')) ? Number(date.season) : undefined;
  return dates.map(([year, month, day]) => ({
    ...(year === undefined ? {} : { year }),
    ...(month === undefined
      ? season !== undefined && dates.length === 1
        ? { month: firstSeason - 1 + season }
        : {}
      : { month }),
    ...(day === undefined ? {} : { day }),
  }));
}

function single(evaluation: Evaluator, date: DateParts, parts: readonly DatePart[]): (StyleOutput | undefined)[] {
  if (evaluation.scope.place === 'sortKey') return [sortable(date, parts)];
  return parts.map((part) => partOutput(evaluation, date, part));
}

/** A range: what both dates have in common is printed once (CSL 1.0.2, “Date Ranges”). */
function dateRange(
  evaluation: Evaluator,
  from: DateParts,
  to: DateParts,
  parts: readonly DatePart[],
): (StyleOutput | undefined)[] {
  if (evaluation.scope.place === 'sortKey')
    return [sortable(from, parts), literal(plainRich('-')), sortable(to, parts)];
  const shown = partOrder.filter((name) => parts.some((part) => part.name === name));
  const firstOther = shown.findIndex((name) => from[name] !== to[name]);
  const same = new Set(firstOther < 0 ? shown : shown.slice(0, firstOther));
  const isSame = ({ name }: DatePart): boolean => same.has(name);
  const start = parts.findIndex((part) => !isSame(part));
  const before = start < 0 ? parts : parts.slice(0, start);
  const rest = start < 0 ? [] : parts.slice(start);
  const end = rest.findIndex(isSame);
  const [others, after] = end < 0 ? [rest, []] : [rest.slice(0, end), rest.slice(end)];
  const written = (date: DateParts, list: readonly DatePart[]): StyleOutput[] =>
    list.flatMap((part) => partOutput(evaluation, date, part) ?? []);
  const delimiter = partOrder.flatMap((name) => others.find((part) => part.name === name) ?? [])[0]?.rangeDelimiter;
  const common = written(from, before);
  const isOpen = to.year === 0 && to.month === undefined && to.day === undefined;
  if (isOpen) {
    const shownParts = withoutLastSuffix([...common, ...written(from, others)]);
    return [{ kind: 'group', formatting: delimiter === undefined ? {} : { suffix: delimiter }, parts: shownParts }];
  }
  const first = withoutLastSuffix(written(from, others));
  const second = withoutFirstPrefix(written(to, others));
  return withoutLastSuffix([...common, ...joinedAt(first, second, delimiter), ...written(from, after)]);
}

function joinedAt(first: readonly StyleOutput[], second: readonly StyleOutput[], delimiter: string | undefined): StyleOutput[] {
  const last = first.at(-1);
  if (last === undefined) return [...second];
  const formatting = delimiter === undefined ? {} : { delimiter };
  const [start = literal(noText), ...rest] = second;
  return [...first.slice(0, -1), { kind: 'group', formatting, parts: [last, start] }, ...rest];
}

function withoutLastSuffix(outputs: readonly StyleOutput[]): StyleOutput[] {
  return outputs.map((output, index) => {
    if (index < outputs.length - 1 || output.kind !== 'group') return output;
    const { suffix: _, ...formatting } = output.formatting;
    return { ...output, formatting };
  });
}

function withoutFirstPrefix(outputs: readonly StyleOutput[]): StyleOutput[] {
  return outputs.map((output, index) => {
    if (index > 0 || output.kind !== 'group') return output;
    const { prefix: _, ...formatting } = output.formatting;
    return { ...output, formatting };
  });
}

/** A date in digits that sort as its time does, also before our era. */
function sortable(date: DateParts, parts: readonly DatePart[]): StyleOutput {
  const digits = (name: DatePartName, count: number, offset = 0): string => {
    const value = date[name];
    const isShown = value !== undefined && parts.some((part) => part.name === name);
    return isShown ? String(value + offset).padStart(count, '0') : '';
  };
  return literal(plainRich(digits('year', 4, 5000) + digits('month', 2) + digits('day', 2)));
}

function partOutput(evaluation: Evaluator, date: DateParts, part: DatePart): StyleOutput | undefined {
  const value = date[part.name];
  if (value === undefined) return undefined;
  if (part.name === 'year' && value === 0) return literal(noText);
  const shown = shownPart(evaluation, part.name === 'year' ? Math.abs(value) : value, part);
  return formatted(part.formatting, [shown, part.name === 'year' ? eraOutput(evaluation, value) : undefined]);
}

function eraOutput(evaluation: Evaluator, year: number): StyleOutput | undefined {
  if (year < 0) return evaluation.term({ name: 'bc', form: 'long' });
  return year < 1000 ? evaluation.term({ name: 'ad', form: 'long' }) : undefined;
}

function shownPart(evaluation: Evaluator, value: number, { name, form }: DatePart): StyleOutput | undefined {
  const { locale } = evaluation.scope;
  if (form === 'numeric-leading-zeros') return literal(plainRich(String(value).padStart(2, '0')));
  if (form === 'ordinal' && (value === 1 || !locale.limitDayOrdinalsToDay1))
    return numberOutput(String(value), 'ordinal', undefined, locale);
  if (name !== 'month' || form === 'numeric' || form === 'ordinal') return literal(plainRich(String(value)));
  if (value <= 0) return undefined;
  return evaluation.term({ name: monthTerm(value), form: form === 'short' ? 'short' : 'long' });
}

function monthTerm(month: number): string {
  if (month < firstSeason) return `month-${String(month).padStart(2, '0')}`;
  const season = month <= 16 ? month - 12 : month <= 20 ? month - 16 : month - 20;
  return `season-${String(season).padStart(2, '0')}`;
}
