/** The files of a study folder, each read by itself, and put together into one Study. */
export { analyse, DocumentCache } from './study/analyse.ts';
export {
  buildStudy,
  type BuiltIns,
  comparePaths,
  contextQueries,
  studyQueries,
  withParts,
} from './study/buildStudy.ts';
export { type Configuration, defaultConfiguration, readConfiguration } from './study/configuration.ts';
export type { ConfigurationProblem } from './study/configurationProblem.ts';
export {
  decodePercents,
  type FolderNames,
  insideTarget,
  type InsideTarget,
  isThere,
  maxNames,
  type NameKind,
  pathsWithFragment,
  pathTo,
  spelledLike,
} from './study/folderNames.ts';
export type { NamedBibliography } from './study/namedBibliographies.ts';
export { type Role, RoleFinder } from './study/roles.ts';
export { sourceOfEdition } from './study/sourceOf.ts';
export type { SiteSettings } from './study/siteSettings.ts';
export type {
  AlignmentFile,
  Analysis,
  CitedWork,
  CitingFile,
  ConfigurationFile,
  Conflict,
  ConflictSide,
  EditionFile,
  GlossaryDocument,
  NotesFile,
  NumberMove,
  Paper,
  PassageSpan,
  PlacedWork,
  Source,
  SourceFile,
  Study,
  StudyContext,
  StudyFile,
  Terms,
} from './study/studyTypes.ts';
