// The data of operations, which is written in few words.

/** @import { Schema, SchemaKeywords, SchemaType } from "./evaluator.js" */

/**
 * A parameter, and what it begins with.
 *
 * @typedef {object} ParameterData
 * @property {string} name
 * @property {string} [type] Its type, in the words of pages: `int32`, `date-time`, `array`.
 * @property {string[]} [values] The values that it may have.
 * @property {boolean} [required]
 * @property {string} [value] That of the example.
 * @property {string} [style] How an array or an object is written (OpenAPI 3.1, 4.8.12).
 * @property {boolean} [explode]
 * @property {string} [shape] What is written: `array`, `object`, or a single value.
 */

/**
 * A request body, and what it begins with: a text, a file of the reader's, or the parts of a form.
 *
 * @typedef {object} BodyData
 * @property {string} name
 * @property {string} type The media type.
 * @property {string} [text]
 * @property {boolean} [file]
 * @property {{ fields: [string, string][], files: string[] }} [parts]
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
 * @property {string} [accept] That of the example.
 * @property {boolean} [signsIn] Whether the page documents the header field Authorization.
 * @property {string} [authorization] That of the example.
 * @property {BodyData} [body]
 * @property {Schema} [sent] What a request body has to be.
 * @property {number[]} [statuses]
 * @property {Schema} [got] What the body of an answer has to be.
 * @property {NamedTypes} [types] The named types that the schemas refer to.
 */

/** @typedef {string | [name: string, type: string] | ParameterData} WrittenParameter */

/**
 * A schema as it is written: `integer int32?` is a type, its format, and or null.
 *
 * @typedef {string | { [keyword: string]: unknown }} WrittenSchema
 */

/**
 * The data as the plugin writes it, see `render/console.py`.
 *
 * @typedef {Omit<OperationData, "query" | "headers" | "sent" | "got" | "types"> & {
 *   query?: WrittenParameter[],
 *   headers?: WrittenParameter[],
 *   sent?: WrittenSchema,
 *   got?: WrittenSchema,
 *   types?: Record<string, WrittenSchema>,
 * }} WrittenOperation
 */

/**
 * Return a schema as JSON Schema has it.
 *
 * @param {WrittenSchema} written
 * @returns {Schema}
 */
export function schemaOf(written) {
  /** @type {{ [keyword: string]: unknown }} */
  const {
    type: words,
    properties,
    anyOf,
    ...rest
  } = typeof written === "string" ? { type: written } : written;
  const schema = /** @type {SchemaKeywords} */ (rest);
  if (typeof words === "string") {
    const [name, format] = words.replace("?", "").split(" ");
    const type = /** @type {SchemaType} */ (name);
    schema.type = words.endsWith("?") ? [type, "null"] : type;
    if (format) schema.format = format;
  } else if (words) schema.type = /** @type {SchemaType[]} */ (words);
  if (properties)
    schema.properties = schemasOf(/** @type {Record<string, WrittenSchema>} */ (properties));
  if (anyOf) schema.anyOf = /** @type {WrittenSchema[]} */ (anyOf).map(schemaOf);
  for (const part of /** @type {const} */ (["items", "additionalProperties"])) {
    const inner = /** @type {WrittenSchema | boolean | undefined} */ (rest[part]);
    if (inner && inner !== true) schema[part] = schemaOf(inner);
  }
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
 * Return a parameter, of which a name, or name and type, may be all that is said.
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

/**
 * Return the name of an operation's file, as the plugin makes it (`console_file`).
 *
 * @param {string} uid
 */
export function fileOf(uid) {
  const escaped = uid.replace(
    /^\.|[^A-Za-z0-9._-]|_(?=x)/gu,
    (character) => `_x${character.codePointAt(0)?.toString(16).toUpperCase()}_`,
  );
  return `${escaped}.js`;
}
