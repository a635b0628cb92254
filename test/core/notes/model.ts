import { motivations } from '../../../src/core/notes/kinds.ts';

const iri = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9+.-]*:\\S+$' };
const time = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' };

const quote = {
  type: 'object',
  required: ['type', 'exact'],
  properties: {
    type: { const: 'TextQuoteSelector' },
    exact: { type: 'string', minLength: 1 },
    prefix: { type: 'string' },
    suffix: { type: 'string' },
  },
};
const position = {
  type: 'object',
  required: ['type', 'start', 'end'],
  properties: {
    type: { const: 'TextPositionSelector' },
    start: { type: 'integer', minimum: 0 },
    end: { type: 'integer', minimum: 0 },
  },
};
const resource = {
  type: 'object',
  required: ['type', 'source'],
  properties: {
    type: { const: 'SpecificResource' },
    source: iri,
    selector: { type: 'array', items: { anyOf: [quote, position] } },
  },
};
const body = {
  type: 'object',
  required: ['type', 'value'],
  properties: {
    type: { const: 'TextualBody' },
    value: { type: 'string' },
    format: { const: 'text/markdown' },
    purpose: { enum: motivations },
  },
};
const annotation = {
  type: 'object',
  required: ['id', 'type', 'target'],
  properties: {
    id: iri,
    type: { const: 'Annotation' },
    motivation: { enum: motivations },
    creator: {
      type: 'object',
      required: ['type'],
      properties: { type: { enum: ['Person', 'Organization', 'Software'] }, name: { type: 'string' } },
    },
    created: time,
    modified: time,
    body: { type: 'array', items: body },
    target: { anyOf: [iri, resource] },
  },
};

/**
 * The parts of the W3C Web Annotation Data Model (23 February 2017) that Pilcrow writes: sections 3.1 annotations,
 * 3.2.4 textual bodies, 3.3.1 times, 3.3.2 agents, 3.3.5 motivations, 4 specific resources, 4.2.4 and 4.2.5
 * selectors, 5.2 pages.
 */
export const annotationModel = {
  type: 'object',
  required: ['@context', 'type', 'items', 'id'],
  properties: {
    '@context': {
      type: 'array',
      prefixItems: [{ const: 'http://www.w3.org/ns/anno.jsonld' }],
      contains: { const: 'http://www.w3.org/ns/anno.jsonld' },
    },
    id: iri,
    type: { const: 'AnnotationPage' },
    items: { type: 'array', items: annotation },
  },
} as const;
