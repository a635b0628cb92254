import type { Location, LocationLink, Range } from 'vscode-languageserver';
import { definitionAt, referencesAt } from '../../core/present/structure.ts';
import type { DefinitionTarget } from '../../core/present/passages.ts';
import type { ServerContext } from '../context.ts';
import { editionAddress, markupContent, toOffset, wireLocation, wireRange } from '../wire.ts';
import { inWords } from '../../core/messages.ts';
import { hoverAt } from '../../core/present/hover.ts';

/** Go to definition and peek into the source; references from a citation, a source's paragraph or a term. */
export function registerNavigation(server: ServerContext): void {
  server.connection.onDefinition(async ({ textDocument, position }) => {
    const located = await server.studies.locate(textDocument.uri);
    if (!located) return null;
    const { analysis, study } = located;
    const definition = definitionAt(analysis, toOffset(analysis, position), study);
    if (!definition) return null;
    const locations = definition.targets.flatMap((target) => locationOf(server, target) ?? []);
    return server.client.definitionLinks
      ? linksTo(locations, wireRange(analysis, definition.origin))
      : locations;
  });
  server.connection.onReferences(async ({ textDocument, position, context }) => {
    const located = await server.studies.locateInAll(textDocument.uri);
    if (!located) return null;
    const { analysis, study } = located;
    return referencesAt(analysis, toOffset(analysis, position), study, context.includeDeclaration).map(
      wireLocation,
    );
  });
}

/** Locations as links, which say in addition what is underlined where they start. */
function linksTo(locations: readonly Location[], originSelectionRange: Range): LocationLink[] {
  return locations.map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: { start: range.start, end: range.start },
  }));
}

/** A definition's target as a location; the outline page of an edition only where the client can show it. */
function locationOf(server: ServerContext, target: DefinitionTarget): Location | undefined {
  if ('analysis' in target) return wireLocation(target);
  if (!server.client.commandLinks) return undefined;
  const source = server.studies.folders
    .map((folder) => folder.study.sources.get(target.editionKey))
    .find(Boolean);
  return source && editionAddress(source, target.passage, target.note);
}

/** Hovers: the passage behind a citation, the definition of a term, who cites a paragraph. */
export function registerHover(server: ServerContext): void {
  server.connection.onHover(async ({ textDocument, position }) => {
    const located = await server.studies.locate(textDocument.uri);
    if (!located) return null;
    const { analysis, study } = located;
    const { commandLinks, hoverFormat } = server.client;
    const view = hoverAt(analysis, toOffset(analysis, position), study, commandLinks);
    if (!view) return null;
    const link =
      view.offerImport && commandLinks
        ? `\n\n[${inWords('server.importCopy')}](command:pilcrow.hover.importSource)`
        : '';
    return {
      contents: markupContent(view.markdown + link, hoverFormat),
      range: wireRange(analysis, view.range),
    };
  });
}
