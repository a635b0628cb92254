/** What keeps front matter and editions from being read. */
export const frontMatter = {
  'frontMatter.deep': 'It is nested too deeply, or has too many aliases (*name).',
  'frontMatter.noMapping': 'It must be a list of “name: value” lines.',
  'frontMatter.yamlError': '{$error}',
  'edition.noJson': 'It is not JSON: {$error}',
  'edition.noEdition': ({ place, error }: { place: string; error: string }) =>
    `It is not an edition: ${place} ${error}`.trim(),
} as const;
