import { strict as assert } from "node:assert";
import { readFile } from "node:fs/promises";
import createClient from "openapi-fetch";
import type { paths } from "./schema";

const [url, imageFile, base64File] = process.argv.slice(2);
const picture = await readFile(imageFile);
const text = await readFile(base64File, "utf8");
const client = createClient<paths>({
  baseUrl: url,
  headers: { Authorization: "Bearer callsheet", "Callsheet-Workspace": "openapi-fetch" },
});

const stored = await client.POST("/api/v1/Agents/BLOB/SaveImageStream", {
  body: { Type: "PersonImage", Image: text, Description: "" },
});
assert.equal(typeof stored.data, "number", JSON.stringify(stored.error));
const fetched = await client.POST("/api/v1/Agents/BLOB/GetBlobStream", {
  body: { BlobEntityId: stored.data as number },
});
assert.equal(fetched.data, text);

const path = { personId: 3 };
const saved = await client.POST("/api/v1/Person/{personId}/Image", {
  params: { path },
  // A file has no type of its own in the generated types: it is a text in them.
  body: new Blob([picture]) as unknown as string,
  bodySerializer: (body) => body,
  headers: { "Content-Type": "image/png" },
});
assert.equal(saved.response.status, 200, JSON.stringify(saved.error));
const got = await client.GET("/api/v1/Person/{personId}/Image", {
  params: { path },
  parseAs: "arrayBuffer",
});
assert.equal(got.response.status, 200);
assert.deepEqual(Buffer.from(got.data as unknown as ArrayBuffer), picture);
