// The data of operations, which is written in few words.

/** A schema as JSON Schema has it: `integer int32?` is a type, its format, and or null. */
function schemaOf(written) {
  const schema = typeof written === "string" ? { type: written } : { ...written };
  if (typeof schema.type === "string") {
    const [type, format] = schema.type.replace("?", "").split(" ");
    schema.type = schema.type.endsWith("?") ? [type, "null"] : type;
    if (format) schema.format = format;
  }
  if (schema.properties) schema.properties = schemasOf(schema.properties);
  if (schema.anyOf) schema.anyOf = schema.anyOf.map(schemaOf);
  for (const part of ["items", "additionalProperties"]) {
    if (schema[part] && schema[part] !== true) schema[part] = schemaOf(schema[part]);
  }
  return schema;
}

function schemasOf(all) {
  return Object.fromEntries(Object.entries(all).map(([name, written]) => [name, schemaOf(written)]));
}

/** A field: its name, or name and type, or all that is said of it. */
function fieldOf(written) {
  if (typeof written === "string") return { name: written };
  return Array.isArray(written) ? { name: written[0], type: written[1] } : written;
}

/** The data of an operation in full. */
function dataOf(written) {
  const data = { ...written };
  for (const part of ["query", "headers"]) if (data[part]) data[part] = data[part].map(fieldOf);
  for (const part of ["sent", "got"]) if (data[part]) data[part] = schemaOf(data[part]);
  data.types &&= schemasOf(data.types);
  return data;
}
