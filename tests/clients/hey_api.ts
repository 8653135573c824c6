import { strict as assert } from "node:assert";
import { readFile } from "node:fs/promises";
import * as api from "./generated";
import { client } from "./generated/client.gen";

const [url, imageFile, base64File] = process.argv.slice(2);
const picture = await readFile(imageFile);
const text = await readFile(base64File, "utf8");
client.setConfig({
  baseUrl: url,
  auth: ({ scheme }) => (scheme === "basic" ? "reader:callsheet" : undefined),
  headers: { "Callsheet-Workspace": "hey-api" },
});

const stored = await api.v1BlobAgentSaveImageStream({
  body: { Type: "PersonImage", Image: text, Description: "" },
});
assert.equal(typeof stored.data, "number", JSON.stringify(stored.error));
const fetched = await api.v1BlobAgentGetBlobStream({
  body: { BlobEntityId: stored.data as number },
});
assert.equal(fetched.data, text);

const path = { personId: 3 };
const body = new Blob([picture], { type: "image/png" });
const saved = await api.v1PersonEntitySaveImagePost({ path, body, bodySerializer: null });
assert.equal(saved.response?.status, 200, JSON.stringify(saved.error));
const got = await api.v1PersonEntityGetImage({ path });
assert.equal(got.response?.status, 200);
assert.deepEqual(Buffer.from(await (got.data as Blob).arrayBuffer()), picture);
