import { Location, Position, Range, Uri, type Selection } from 'vscode';
import type { WireLocation, WirePosition, WireRange } from '../server/protocol.ts';

/** Converts a position of the protocol to VS Code's. The functions below convert ranges and locations, and back. */
export function toPosition({ line, character }: WirePosition): Position {
  return new Position(line, character);
}

export function toRange({ start, end }: WireRange): Range {
  return new Range(toPosition(start), toPosition(end));
}

export function toLocation({ uri, range }: WireLocation): Location {
  return new Location(Uri.parse(uri, true), toRange(range));
}

export function fromPosition({ line, character }: Position): WirePosition {
  return { line, character };
}

export function fromRange({ start, end }: Range | Selection): WireRange {
  return { start: fromPosition(start), end: fromPosition(end) };
}
