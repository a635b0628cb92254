import type { Location, LocationLink } from 'vscode-languageserver';
import { definitionAt, referencesAt } from '../../core/present/navigation.ts';
import type { DefinitionTarget } from '../../core/present/places.ts';
import type { Server } from '../context.ts';
import { editionAddress } from '../editionPage.ts';
import { toLocation, toOffset, toRange } from '../wire.ts';

/** Go to definition and peek into the source; references from a citation, a source's paragraph or a term. */
export function registerNavigation(server: Server): void {
  server.connection.onDefinition(async ({ textDocument, position }) => {
    const located = await server.studies.locate(textDocument.uri);
    if (!located) return null;
    const { analysis, study } = located;
    const definition = definitionAt(analysis, toOffset(analysis, position), study);
    if (!definition) return null;
    const origin = toRange(analysis, definition.origin);
    return definition.targets.flatMap((target): LocationLink[] => {
      const location = locationOf(server, target);
      if (!location) return [];
      const { uri, range } = location;
      return [
        {
          originSelectionRange: origin,
          targetUri: uri,
          targetRange: range,
          targetSelectionRange: { start: range.start, end: range.start },
        },
      ];
    });
  });
  server.connection.onReferences(async ({ textDocument, position, context }) => {
    const located = await server.studies.locateInAll(textDocument.uri);
    if (!located) return null;
    const { analysis, study } = located;
    return referencesAt(analysis, toOffset(analysis, position), study, context.includeDeclaration).map(
      toLocation,
    );
  });
}

/** A definition's target as a location; the outline page of an edition only where the client can show it. */
export function locationOf(server: Server, target: DefinitionTarget): Location | undefined {
  if ('analysis' in target) return toLocation(target);
  if (!server.commandLinks) return undefined;
  const source = server.studies.folders
    .map((folder) => folder.study.sources.get(target.editionKey))
    .find(Boolean);
  return source && editionAddress(source, target.passage, target.note);
}
