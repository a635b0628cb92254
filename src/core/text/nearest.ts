import { distance } from 'fastest-levenshtein';

/** Names that differ in more than this share of their letters are no help. */
const maxDistanceShare = 0.4;
const maxNearestUnits = 200;
/** Of more names than this only those are compared that stand next to a name in the order of the alphabet, from either end. */
const maxComparedNames = 2000;
const neighboursEachWay = 250;

/**
 * Returns the known names nearest to `written`, best first: by edit distance without regard to case, then alphabetically.
 * @param most the maximum number of names
 */
export function nearest(written: string, known: readonly string[], most = 3): string[] {
  return nearestOf(comparableName(written), [...new Set(known)], most);
}

/**
 * Names among which many are looked for. Where they are very many, each look takes a time that does not grow with them: a name
 * whose beginning and end both differ is not found then.
 */
export class NameIndex {
  private readonly names: readonly string[];
  private readonly orders: readonly { readonly names: readonly NameInOrder[]; readonly turn: TurnName }[];

  constructor(known: readonly string[]) {
    this.names = [...new Set(known)];
    const turns = this.names.length > maxComparedNames ? [comparableName, backwards] : [];
    this.orders = turns.map((turn) => ({
      turn,
      names: this.names
        .map((name) => ({ name, key: turn(name) }))
        .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)),
    }));
  }

  /** As the function of that name. */
  nearest(written: string, most = 3): string[] {
    const compared =
      this.orders.length === 0
        ? this.names
        : new Set(this.orders.flatMap(({ names, turn }) => neighbours(turn(written), names)));
    return nearestOf(comparableName(written), [...compared], most);
  }
}

type TurnName = (name: string) => string;

interface NameInOrder {
  readonly name: string;
  readonly key: string;
}

function comparableName(name: string): string {
  return name.toLowerCase().slice(0, maxNearestUnits);
}

function backwards(name: string): string {
  return [...name.toLowerCase().slice(-maxNearestUnits)].reverse().join('');
}

function neighbours(key: string, names: readonly NameInOrder[]): string[] {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.key ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return names.slice(Math.max(0, low - neighboursEachWay), low + neighboursEachWay).map(({ name }) => name);
}

function nearestOf(wanted: string, known: readonly string[], most: number): string[] {
  return known
    .map((name) => ({ name, away: distance(wanted, comparableName(name)) }))
    .filter(
      ({ name, away }) =>
        away <=
        Math.max(
          wanted.length > 3 ? 2 : 1,
          Math.floor(Math.max(wanted.length, name.length) * maxDistanceShare),
        ),
    )
    .sort((a, b) => a.away - b.away || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}
