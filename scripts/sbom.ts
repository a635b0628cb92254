/**
 * `npm run package` writes pilcrow.cdx.json beside the package: what is in the bundles, as a CycloneDX bill of materials
 * (https://cyclonedx.org/docs/1.6/json/). The same commit gives the same file.
 */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { bundledPackages, type BundledPackage } from './notices.ts';
import { inRoot } from './support/paths.ts';

export const bomFile = inRoot('pilcrow.cdx.json');

interface Component {
  readonly type: 'application' | 'library' | 'data';
  readonly name: string;
  readonly version: string;
  readonly 'bom-ref': string;
  readonly purl?: string;
  readonly licenses: readonly (
    | { readonly license: { readonly id: string } }
    | { readonly license: { readonly name: string } }
    | { readonly expression: string }
  )[];
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}

export interface Bom {
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: '1.6';
  readonly version: 1;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly integrity?: string } | undefined>
  >;
}

export async function bom(): Promise<Bom> {
  const { name, version, license } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
    name: string;
    version: string;
    license: string;
  };
  const lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')) as Lock;
  const packages = await bundledPackages();
  const components = [...packages.map((each) => componentOf(each, lock)), locales];
  const own = purlOf(name, version);
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        name,
        version,
        'bom-ref': own,
        purl: own,
        licenses: licences(license),
      },
    },
    components,
    dependencies: [{ ref: own, dependsOn: components.map((component) => component['bom-ref']) }],
  };
}

/** Data of others in the bundles that is no package. */
const locales: Component = {
  type: 'data',
  name: 'CSL styles and locales',
  version: 'as in styles/README.md',
  'bom-ref': 'csl',
  licenses: [{ license: { id: 'CC-BY-SA-3.0' } }],
};

function componentOf({ folder, name, version, licence }: BundledPackage, { packages }: Lock): Component {
  const purl = purlOf(name, version);
  const integrity = packages[folder]?.integrity ?? '';
  const hash = /^sha512-(.+)$/.exec(integrity)?.[1];
  return {
    type: 'library',
    name,
    version,
    'bom-ref': purl,
    purl,
    licenses: licences(licence),
    ...(hash && { hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }] }),
  };
}

/** See https://github.com/package-url/purl-spec: the `@` of a scope is encoded. */
function purlOf(name: string, version: string): string {
  return `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;
}

function licences(licence: string): Component['licenses'] {
  if (/ (?:AND|OR|WITH) /.test(licence)) return [{ expression: licence }];
  return [/^[\w.+-]+$/.test(licence) ? { license: { id: licence } } : { license: { name: licence } }];
}

export async function writeBom(): Promise<void> {
  await writeFile(bomFile, `${JSON.stringify(await bom(), null, 2)}\n`);
}
