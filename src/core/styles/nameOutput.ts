import type { Evaluator, NameHint } from './scope.ts';
import { initials } from './givenInitials.ts';
import { personKey } from './personKey.ts';
import { formatted, literal, type StyleOutput, type PersonName, tagged } from './output.ts';
import { plainRich, richWords } from './richText.ts';
import type { Formatting, NameFormat } from './parsedStyle.ts';

/** One name as a style prints it. */
export function nameOutput(
  evaluation: Evaluator,
  format: NameFormat,
  formatting: Formatting,
  name: PersonName,
  isFirst: boolean,
): StyleOutput {
  const { disambiguation } = evaluation.scope;
  const hint = disambiguation?.nameHints?.get(personKey(name));
  const content =
    name.literal === undefined
      ? formatted(formatting, [partsOfName(evaluation, withHint(format, hint, isFirst), name, isFirst)])
      : formatted(formatting, [literalNameOutput(format, name.literal)]);
  return tagged({ is: 'name', name }, content);
}

function literalNameOutput(format: NameFormat, words: string): StyleOutput {
  const text = literal(plainRich(words));
  return format.family === undefined ? text : { kind: 'group', formatting: format.family, parts: [text] };
}

function withHint(format: NameFormat, hint: NameHint | undefined, isFirst: boolean): NameFormat {
  switch (hint) {
    case undefined:
      return format;
    case 'initials':
      return { ...format, form: 'long' };
    case 'initialsIfPrimary':
      return isFirst ? { ...format, form: 'long' } : format;
    case 'given':
      return { ...format, form: 'long', initialize: false };
    case 'givenIfPrimary':
      return isFirst ? { ...format, form: 'long', initialize: false } : format;
  }
}

/** Scripts in which a given name stands before a family name, with a space between. */
const spacedScript =
  /[-0-9a-zA-Z\u0e01-\u0e5b\u00c0-\u017f\u0370-\u03ff\u0400-\u052f\u0590-\u05d4\u05d6-\u05ff\u1f00-\u1fff\u0600-\u06ff\u200c-\u200e\u2018\u2019\u021a\u021b\u202a-\u202e]/;

/** Whether the parts of a name are divided by spaces and may be inverted. */
export function isSpacedName(name: PersonName): boolean {
  return spacedScript.test(name.family ?? '');
}

interface Parts {
  readonly family: StyleOutput | undefined;
  readonly given: StyleOutput | undefined;
  readonly dropping: StyleOutput | undefined;
  readonly nonDropping: StyleOutput | undefined;
  readonly suffix: StyleOutput | undefined;
}

function partsOfName(
  evaluation: Evaluator,
  format: NameFormat,
  name: PersonName,
  isFirst: boolean,
): StyleOutput | undefined {
  const order = new NameOrder(name, format);
  const parts = personParts(evaluation, format, name);
  if (format.form === 'count') return undefined;
  const isShort = format.form === 'short';
  if (!isSpacedName(name))
    return isShort
      ? order.family(parts.family)
      : formatted({}, [order.family(parts.family), order.given(parts.given)]);
  if (isShort) return order.family(order.spaced(parts.nonDropping, parts.family));
  const { style, place } = evaluation.scope;
  const isSortKey = place === 'sortKey';
  const isInverted = format.asSortOrder === 'all' || (format.asSortOrder === 'first' && isFirst);
  if (!isSortKey && !isInverted) return order.upright(parts);
  const isDemoted =
    style.demoteParticle === 'display-and-sort' || (style.demoteParticle === 'sort-only' && isSortKey);
  return order.inverted(parts, isDemoted);
}

function personParts(evaluation: Evaluator, format: NameFormat, name: PersonName): Parts {
  const { initializeWithHyphen } = evaluation.scope.style;
  const looks = (formatting: Formatting | undefined, words: string | undefined): StyleOutput | undefined => {
    const { prefix: _p, suffix: _s, ...own } = formatting ?? {};
    return words === undefined ? undefined : formatted(own, [literal(plainRich(words))]);
  };
  const given =
    format.initializeWith === undefined || name.family === undefined || name.given === undefined
      ? name.given
      : initials(name.given, format.initializeWith, format.initialize ?? true, initializeWithHyphen);
  return {
    family: looks(format.family, name.family),
    given: looks(format.given, given),
    dropping: looks(format.given, name['dropping-particle']),
    nonDropping: looks(format.family, name['non-dropping-particle']),
    suffix: looks(undefined, name.suffix),
  };
}

/** Puts the parts of a name in their order (CSL 1.0.2, “Name-part Order”). */
class NameOrder {
  constructor(
    private readonly name: PersonName,
    private readonly format: NameFormat,
  ) {}

  family(part: StyleOutput | undefined): StyleOutput | undefined {
    return formatted(affixes(this.format.family), [part]);
  }

  given(part: StyleOutput | undefined): StyleOutput | undefined {
    return formatted(affixes(this.format.given), [part]);
  }

  /** Two parts with a space between, which none stands after that ends in an apostrophe or hyphen. */
  spaced(first: StyleOutput | undefined, second: StyleOutput | undefined): StyleOutput | undefined {
    if (first === undefined || second === undefined) return first ?? second;
    if (first.kind === 'literal') {
      const isJoined = /[’'\-–\u00a0]$/u.test(richWords(first.text)) || !isSpacedName(this.name);
      return formatted(isJoined ? {} : { delimiter: ' ' }, [first, second]);
    }
    const hasSpace = first.kind === 'group' && /\s$/u.test(first.formatting.suffix ?? '');
    return formatted(hasSpace ? {} : { delimiter: ' ' }, [first, second]);
  }

  private separated(first: StyleOutput | undefined, second: StyleOutput | undefined): StyleOutput | undefined {
    return formatted({ delimiter: this.format.sortSeparator ?? ', ' }, [first, second]);
  }

  /** “Ludwig van Beethoven”. */
  upright({ given, dropping, nonDropping, family, suffix }: Parts): StyleOutput | undefined {
    const particles = this.spaced(this.spaced(dropping, nonDropping), family);
    const withSuffix = this.name.commaSuffix
      ? this.joined(particles, suffix)
      : this.spaced(particles, suffix);
    return this.spaced(this.given(given), this.family(withSuffix));
  }

  /** “Beethoven, Ludwig van”. */
  inverted({ given, dropping, nonDropping, family, suffix }: Parts, isDemoted: boolean): StyleOutput | undefined {
    const first = this.family(isDemoted ? family : this.spaced(nonDropping, family));
    const second = this.spaced(this.spaced(given, dropping), isDemoted ? nonDropping : undefined);
    return this.joined(this.joined(first, this.given(second)), suffix);
  }

  private joined(first: StyleOutput | undefined, second: StyleOutput | undefined): StyleOutput | undefined {
    return first === undefined || second === undefined ? (first ?? second) : this.separated(first, second);
  }
}

function affixes(formatting: Formatting | undefined): Formatting {
  return {
    ...(formatting?.prefix === undefined ? {} : { prefix: formatting.prefix }),
    ...(formatting?.suffix === undefined ? {} : { suffix: formatting.suffix }),
  };
}
