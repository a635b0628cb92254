import type { CitedWorks, CiteGroup } from './citedWorks.ts';
import type { NameHint } from './scope.ts';
import { initials } from './givenInitials.ts';
import { personKey } from './personKey.ts';
import { eachTagged, type StyleOutput, type PersonName } from './output.ts';
import { comparedWords, isIbid } from './renderOutput.ts';
import type { GivenNameRule } from './parsedStyle.ts';

/** A citation as it is compared with others. */
interface PrintedCite {
  readonly id: string;
  readonly names: readonly PersonName[];
  readonly words: string;
}

const givenNameRules: readonly GivenNameRule[] = [
  'all-names',
  'all-names-with-initials',
  'primary-name',
  'primary-name-with-initials',
];

/** Tells citations of different works apart that would be printed alike (CSL 1.0.2, “Disambiguation”). */
export class Disambiguator {
  private readonly groups: readonly CiteGroup[];

  /** @param compareListed sorts the ids of works as the list has them */
  constructor(
    private readonly works: CitedWorks,
    groups: readonly CiteGroup[],
    private readonly compareListed: (first: string, second: string) => number,
  ) {
    const all: CiteGroup = {
      cites: works.ids.map((id, index) => ({ citation: { id }, mode: 'normal', index })),
      note: undefined,
    };
    this.groups = [...groups.map(withoutAffixes), all];
  }

  private option(name: string): boolean {
    return this.works.style.citation.attributes.get(name) === 'true';
  }

  private get rule(): GivenNameRule | undefined {
    if (!this.option('disambiguate-add-givenname')) return undefined;
    const rule = this.works.style.citation.attributes.get('givenname-disambiguation-rule');
    return givenNameRules.find((known) => known === rule) ?? 'by-cite';
  }

  tellApart(): void {
    // Most papers of a group cite the text that it reads, which is like no other.
    const [only, second] = this.works.ids;
    if (only === undefined || (second === undefined && !this.works.hasNamesakes(only))) return;
    let printed = this.works.groups(this.groups);
    const { rule } = this;
    if (rule !== undefined && rule !== 'by-cite') {
      this.tellNamesApart(rule, printed);
      printed = this.works.groups(this.groups);
    }
    let alike = alikeIn(printed);
    const step = (isWanted: boolean, tell: (group: readonly PrintedCite[]) => void): void => {
      if (!isWanted || alike.length === 0) return;
      alike.forEach(tell);
      alike = alikeIn(this.works.groups(this.groups));
    };
    step(this.option('disambiguate-add-names'), (group) => this.addNames(group, rule));
    step(rule === 'by-cite', (group) => this.addGivenNames(group));
    if (this.option('disambiguate-add-year-suffix') && alike.length > 0) {
      this.addYearSuffixes(alike);
      alike = alikeIn(this.works.groups(this.groups));
    }
    for (const { id } of alike.flat()) this.works.tellApart(id, { condition: true });
  }

  /** Names of different people that would be printed alike get their given names or initials, wherever they are cited. */
  private tellNamesApart(rule: GivenNameRule, printed: readonly (StyleOutput | undefined)[]): void {
    const isPrimary = rule.startsWith('primary');
    const hints = new Map<string, NameHint>();
    for (const names of namesByFamily(printed, isPrimary).values()) {
      if (names.length < 2) continue;
      for (const name of names) {
        const others = names.filter((other) => other !== name);
        const hint = hintOf(rule, others.some((other) => haveSameInitials(name, other)));
        if (hint) hints.set(personKey(name), hint);
      }
    }
    if (hints.size === 0) return;
    for (const id of this.works.ids) this.works.tellApart(id, { nameHints: hints });
  }

  /** Shows one name more, until the works are told apart or there are no more. */
  private addNames(group: readonly PrintedCite[], rule: GivenNameRule | undefined): void {
    if (rule === 'by-cite') this.addGivenNames(group);
    const most = Math.max(0, ...group.map(({ names }) => names.length));
    let alike = group;
    for (let count = 1; count <= most; count++) {
      const told = alike.filter((one) => isDistinct(one, alike, count, rule));
      if (told.length === 0) continue;
      for (const { id } of alike) this.works.tellApart(id, { etAlNames: count });
      alike = alike.filter((one) => !told.includes(one));
    }
  }

  private addGivenNames(group: readonly PrintedCite[]): void {
    let left = group;
    const most = Math.max(0, ...group.map(({ names }) => names.length));
    for (let at = 0; at < most && left.length > 0; at++) {
      const names = group.flatMap(({ id, names: all }) => {
        const name = all[at];
        return name ? [{ id, name }] : [];
      });
      const told = new Set<string>();
      for (const { id, name } of names) {
        const others = names
          .map((other) => other.name)
          .filter((other) => other.family === name.family && personKey(other) !== personKey(name));
        if (others.length === 0) continue;
        const hint = others.some((other) => haveSameInitials(name, other)) ? 'given' : 'initials';
        const { nameHints } = this.works.disambiguation(id);
        this.works.tellApart(id, { nameHints: new Map([...(nameHints ?? []), [personKey(name), hint]]) });
        told.add(id);
      }
      left = left.filter(({ id }) => !told.has(id));
    }
  }

  private addYearSuffixes(alike: readonly (readonly PrintedCite[])[]): void {
    for (const group of alike)
      for (const [index, id] of group.map((one) => one.id).sort(this.compareListed).entries())
        this.works.tellApart(id, { yearSuffix: index + 1 });
  }
}

/** Without what is not the work's own; a citation in the text counts as any other. */
function withoutAffixes({ cites, note }: CiteGroup): CiteGroup {
  const [first, second] = cites;
  const isInText = first?.mode === 'authorOnly' && second?.mode === 'suppressAuthor';
  const kept = isInText ? [{ ...second, mode: 'normal' as const }, ...cites.slice(2)] : cites;
  return { note, cites: kept.map(({ citation, mode, index }) => ({ citation: { id: citation.id }, mode, index })) };
}

/** Groups of citations of different works that are printed alike. */
function alikeIn(outputs: readonly (StyleOutput | undefined)[]): readonly (readonly PrintedCite[])[] {
  const byWords = new Map<string, Map<string, PrintedCite>>();
  for (const output of outputs)
    for (const item of eachTagged(output, 'item')) {
      if (item.tag.mode !== 'normal' || isIbid(item)) continue;
      const words = comparedWords(item);
      const names = eachTagged(item, 'names').flatMap(({ tag }) => tag.names);
      const group = byWords.get(words) ?? new Map<string, PrintedCite>();
      if (!group.has(item.tag.id)) group.set(item.tag.id, { id: item.tag.id, names, words });
      byWords.set(words, group);
    }
  return [...byWords]
    .filter(([words, group]) => words !== '' && group.size > 1)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => [...group.values()]);
}

function namesByFamily(
  outputs: readonly (StyleOutput | undefined)[],
  isPrimary: boolean,
): ReadonlyMap<string, readonly PersonName[]> {
  const byFamily = new Map<string, PersonName[]>();
  const seen = new Set<string>();
  for (const output of outputs)
    for (const { tag } of eachTagged(output, 'names'))
      for (const name of isPrimary ? tag.names.slice(0, 1) : tag.names) {
        if (name.family === undefined || seen.has(personKey(name))) continue;
        seen.add(personKey(name));
        byFamily.set(name.family, [...(byFamily.get(name.family) ?? []), name]);
      }
  return byFamily;
}

function hintOf(rule: GivenNameRule, hasSameInitials: boolean): NameHint | undefined {
  if (!hasSameInitials) return rule.startsWith('primary') ? 'initialsIfPrimary' : 'initials';
  if (rule.endsWith('with-initials')) return undefined;
  return rule === 'primary-name' ? 'givenIfPrimary' : 'given';
}

function haveSameInitials(first: PersonName, second: PersonName): boolean {
  if (first.given === undefined || second.given === undefined) return false;
  return initialsOf(first.given) === initialsOf(second.given);
}

function initialsOf(given: string): string {
  return initials(given, '', true, false);
}

/** Whether the first names of a citation are other than those of all others. */
function isDistinct(
  one: PrintedCite,
  group: readonly PrintedCite[],
  count: number,
  rule: GivenNameRule | undefined,
): boolean {
  const own = comparedNames(one, count, rule);
  return group.every((other) => other === one || comparedNames(other, count, rule) !== own);
}

function comparedNames({ names }: PrintedCite, count: number, rule: GivenNameRule | undefined): string {
  return names
    .slice(0, count)
    .map((name, index) => personKey(withComparedGiven(name, index, rule)))
    .join('\n');
}

function withComparedGiven(name: PersonName, index: number, rule: GivenNameRule | undefined): PersonName {
  const { given, ...others } = name;
  if (rule === 'all-names' || rule === 'by-cite') return name;
  if (rule === 'primary-name' && index === 0) return name;
  const isShortened =
    rule === 'all-names-with-initials' || (rule === 'primary-name-with-initials' && index === 0);
  return isShortened && given !== undefined ? { ...others, given: initialsOf(given) } : others;
}
