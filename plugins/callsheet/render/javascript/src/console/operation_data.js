// The data of operations, which is written in a compact form.

/** @import { Server } from "./form/servers.js" */
/** @import { Schema, SchemaKeywords, SchemaType } from "./schema/evaluator.js" */

/**
 * A parameter, and its initial value.
 *
 * @typedef {object} ParameterData
 * @property {string} name
 * @property {string} [type] Its type, in the words of pages: `int32`, `date-time`, `array`.
 * @property {string[]} [values] The values that it may have.
 * @property {boolean} [required]
 * @property {string} [value] The value of the example.
 * @property {string} [style] How an array or an object is written (OpenAPI 3.1, 4.8.12).
 * @property {boolean} [explode]
 * @property {string} [shape] The kind of value: `array`, `object`, or a single value.
 */

/**
 * A request body, and its initial content: a text, a file of the reader's, or the parts of a form.
 *
 * @typedef {object} BodyData
 * @property {string} name
 * @property {string} type The media type.
 * @property {string} [text]
 * @property {string} [file] The media type of the file that the samples send.
 * @property {{ fields: [string, string][], files: [name: string, mediaType: string][] }} [parts]
 */

/** @typedef {Record<string, Schema>} NamedTypes */

/**
 * What the console knows of an operation.
 *
 * @typedef {object} OperationData
 * @property {string} method
 * @property {string} route
 * @property {ParameterData[]} [path]
 * @property {ParameterData[]} [query]
 * @property {ParameterData[]} [headers]
 * @property {string[]} [sends] The media types of requests.
 * @property {string[]} [gets] The media types of answers.
 * @property {string} [accept] The value of the example.
 * @property {string} [authorization] The value of the example.
 * @property {BodyData} [body]
 * @property {Schema} [sent] The schema of a request body.
 * @property {number[]} [statuses]
 * @property {string[]} [ranges] Documented classes of statuses, such as `4XX`, and `default`.
 * @property {Schema} [got] The schema of a response body.
 * @property {NamedTypes} [types] The named types that the schemas refer to.
 */

/** @typedef {string | [name: string, type: string] | ParameterData} WrittenParameter */

/**
 * A schema in its compact form: `integer int32?` is a type, its format, and "or null".
 *
 * @typedef {string | boolean | { [keyword: string]: unknown }} WrittenSchema
 */

/**
 * The data as the plugin writes it, see `render/console.py`. Of a collection, `base` is the path
 * before its routes on a reference server, and `servers` replace those of the site.
 *
 * @typedef {Omit<OperationData, "query" | "headers" | "sent" | "got" | "types"> & {
 *   query?: WrittenParameter[],
 *   headers?: WrittenParameter[],
 *   sent?: WrittenSchema,
 *   got?: WrittenSchema,
 *   types?: Record<string, WrittenSchema>,
 *   base?: string,
 *   servers?: Server[],
 * }} WrittenOperation
 */

/** Keywords whose values the evaluator reads as schemas. */
const VALUES = /** @type {const} */ (["items", "additionalProperties", "not"]);
const LISTS = /** @type {const} */ (["prefixItems", "allOf", "anyOf", "oneOf"]);
const MAPS = /** @type {const} */ (["properties", "patternProperties"]);

/**
 * Expand a compact schema into JSON Schema.
 *
 * @param {WrittenSchema} written
 * @returns {Schema}
 */
export function schemaOf(written) {
  if (typeof written === "boolean") return written;
  /** @type {{ [keyword: string]: unknown }} */
  const { type: words, ...rest } = typeof written === "string" ? { type: written } : written;
  const schema = /** @type {SchemaKeywords} */ (rest);
  if (typeof words === "string") {
    const [name, format] = words.replace("?", "").split(" ");
    const type = /** @type {SchemaType} */ (name);
    schema.type = words.endsWith("?") ? [type, "null"] : type;
    if (format) schema.format = format;
  } else if (words) schema.type = /** @type {SchemaType[]} */ (words);
  for (const keyword of VALUES)
    if (keyword in rest) schema[keyword] = schemaOf(/** @type {WrittenSchema} */ (rest[keyword]));
  for (const keyword of LISTS)
    if (keyword in rest)
      schema[keyword] = /** @type {WrittenSchema[]} */ (rest[keyword]).map(schemaOf);
  for (const keyword of MAPS)
    if (keyword in rest)
      schema[keyword] = schemasOf(/** @type {Record<string, WrittenSchema>} */ (rest[keyword]));
  return schema;
}

/**
 * @param {Record<string, WrittenSchema>} all
 * @returns {NamedTypes}
 */
function schemasOf(all) {
  return Object.fromEntries(
    Object.entries(all).map(([name, written]) => [name, schemaOf(written)]),
  );
}

/**
 * Expand a compact parameter, which may be only a name, or a name and a type.
 *
 * @param {WrittenParameter} written
 * @returns {ParameterData}
 */
function parameterOf(written) {
  if (typeof written === "string") return { name: written };
  return Array.isArray(written) ? { name: written[0], type: written[1] } : written;
}

/**
 * Return the data of an operation in full.
 *
 * @param {WrittenOperation} written
 * @returns {OperationData}
 */
export function dataOf({ query, headers, sent, got, types, ...rest }) {
  return {
    ...rest,
    ...(query && { query: query.map(parameterOf) }),
    ...(headers && { headers: headers.map(parameterOf) }),
    ...(sent && { sent: schemaOf(sent) }),
    ...(got && { got: schemaOf(got) }),
    ...(types && { types: schemasOf(types) }),
  };
}
