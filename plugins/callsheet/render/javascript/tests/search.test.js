// What the search finds, and in which order.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SearchIndex } from "../src/search/search_index.js";
import { isTypo, parts, stem, wordsOf } from "../src/search/words.js";

const BODY = ["request", "Name", "homePort"];

/**
 * Return the row of an operation, as the plugin writes it.
 *
 * @param {string} method
 * @param {string} route
 * @param {string} uid
 * @param {string} title
 * @param {...number} tables
 */
function row(method, route, uid, title, ...tables) {
  return [`${uid}/`, method, route, uid, title, "", ...tables];
}

const index = new SearchIndex();
index.add({
  kind: "operation",
  rows: [
    row("GET", "/v1/Ship", "v1Ship_GetAll", "OData list of ships"),
    row("POST", "/v1/Ship", "v1Ship_Post", "Registers a ship", 0),
    row("GET", "/v1/Ship/mine", "v1Ship_Mine", "The ship of whoever asks"),
    row("GET", "/v1/Ship/{id}", "v1Ship_Get", "One ship"),
    row("PUT", "/v1/Ship/{id}", "v1Ship_Put", "Replaces a ship", 0),
    row("DELETE", "/v1/Ship/{id}", "v1Ship_Delete", "Takes a ship out of the register"),
    row("GET", "/v1/Ship/{shipId}/Image", "v1Ship_GetImage", "The image of a ship"),
    row("PUT", "/v1/Ship/{shipId}/Image", "v1Ship_SaveImage", "Saves an image"),
    row("GET", "/v1/Ship/{shipId}/ImageInfo", "v1Ship_GetImageInfo", "Size of an image"),
    row("POST", "/v1/Agents/Crew/GetWebhook", "v1CrewAgent_GetWebhook", "Reads a webhook"),
    row(
      "POST",
      "/v1/Agents/Crew/NotifyNewShip",
      "v1CrewAgent_NotifyNewShip",
      "Notify of a new ship",
    ),
    row("GET", "/odata/Files({id})", "Files_Get", "Reads a document"),
  ],
  tables: [BODY],
});
index.add({
  kind: "type",
  rows: [["types/Webhook/", "Webhook", 0]],
  tables: [["property", "Url"]],
});
index.add({
  kind: "section",
  rows: [
    ["guide/", "Getting started", "", "install"],
    ["guide/#ships", "Ships and images", "Getting started", "harbour"],
  ],
  tables: [],
});

/** @param {string} query */
function found(query) {
  return index.search(query).map(({ entry }) => entry.uid || entry.url);
}

/** @param {string} query */
function first(query) {
  return found(query)[0];
}

test("names in camel case and paths are split into words", () => {
  assert.deepEqual(wordsOf("v1Ship_GetHTTPInfo2"), ["v", "1", "ship", "get", "http", "info", "2"]);
  assert.deepEqual(wordsOf("/api/{shipId}/$filter"), ["api", "ship", "id", "filter"]);
  assert.deepEqual(wordsOf("the person’s café"), ["the", "person", "cafe"]);
  assert.deepEqual(wordsOf("船の image"), ["船", "の", "image"]);
});

test("forms of a word have one stem", () => {
  for (const forms of [
    ["delete", "deletes", "deleted", "deleting", "deletion"],
    ["image", "images"],
    ["copy", "copies", "copied"],
    ["set", "sets", "setting"],
    ["validate", "validation"],
    ["box", "boxes"],
  ]) {
    assert.equal(new Set(forms.map(stem)).size, 1, `${forms}: ${forms.map(stem)}`);
  }
  for (const [a, b] of [
    ["ship", "shop"],
    ["status", "stat"],
    ["address", "adder"],
  ]) {
    assert.notEqual(stem(a), stem(b));
  }
});

test("a typo is one letter that differs, lacks, is too many, or is swapped", () => {
  for (const typed of ["persom", "persn", "perrson", "pesron", "erson"]) {
    assert.ok(isTypo("person", typed), typed);
  }
  for (const other of ["pers", "nosrep", "perosm", "personal"]) {
    assert.ok(!isTypo("person", other), other);
  }
});

test("a question finds the operation whose method does it", () => {
  assert.equal(first("how do I remove a ship?"), "v1Ship_Delete");
  assert.equal(first("list all ships"), "v1Ship_GetAll");
  assert.equal(first("add a new ship"), "v1Ship_Post");
  assert.equal(first("change a ship"), "v1Ship_Put");
  assert.equal(first("upload the picture of a ship"), "v1Ship_SaveImage");
  assert.equal(first("download a photo"), "v1Ship_GetImage");
});

test("words of a question that are one word in a name find the name, though each is in others", () => {
  const index = new SearchIndex();
  const rows = [
    ["a/", "GET", "/v1/Berth", "berth", "A berth", "", 0],
    ["c/", "GET", "/v1/Quay", "quay", "A quay", "", 0],
    ["b/", "GET", "/v1/Captain", "captain", "A captain", "", 1],
  ];
  const tables = [
    ["response", "FirstReadByOwner", "ShortName"],
    ["response", "Firstname"],
  ];
  index.add({ kind: "operation", rows, tables });
  for (const query of ["firstName", "first name", "Firstname"]) {
    const [hit] = index.search(query);
    assert.equal(hit?.entry.uid, "captain", query);
    assert.equal(hit.row?.name, "Firstname", query);
  }
});

test("a typo is found in a word whose stem is much shorter, and a verb by another of its meaning", () => {
  const index = new SearchIndex();
  const rows = [
    ["a/", "GET", "/v1/Ship/{id}/Relations", "relations", "Relations of a ship", "Who knows it."],
    ["b/", "GET", "/v1/Ship/{id}", "ship", "Fetches a ship", ""],
    ["c/", "POST", "/v1/Ship/{id}/Copy", "copy", "Copies a ship", ""],
  ];
  index.add({ kind: "operation", rows, tables: [] });
  const firstOf = (/** @type {string} */ query) => index.search(query)[0]?.entry.uid;
  assert.equal(firstOf("relatons of a ship"), "relations");
  assert.equal(firstOf("duplicate a ship"), "copy");
});

test("stems, prefixes, joined words and a typo find", () => {
  assert.equal(first("shipping images"), "v1Ship_GetImage");
  assert.equal(first("imageinfo"), "v1Ship_GetImageInfo");
  assert.equal(first("image inf"), "v1Ship_GetImageInfo");
  assert.equal(first("read web hook"), "v1CrewAgent_GetWebhook");
  assert.equal(first("delete a shpi"), "v1Ship_Delete");
});

test("many at once, what is mine, adverbs and irregular forms are understood", () => {
  const own = new SearchIndex();
  const names = ["DeleteTask", "DeleteTasks", "GetRecentCrews", "GetCrews", "GetMyCrews"];
  const further = ["SetChosenColumns", "GetColumns", "StartJob", "StopJob", "GetJobByIdentifier"];
  own.add({
    kind: "operation",
    rows: [...names, ...further].map((name) => row("POST", `/v1/Agents/Fleet/${name}`, name, "")),
    tables: [],
  });
  for (const [query, uid] of [
    ["delete a task", "DeleteTask"],
    ["delete several tasks", "DeleteTasks"],
    ["crews recently seen", "GetRecentCrews"],
    ["crews of mine", "GetMyCrews"],
    ["choose columns", "SetChosenColumns"],
    ["kill a job", "StopJob"],
    ["job by id", "GetJobByIdentifier"],
  ]) {
    assert.equal(own.search(query)[0]?.entry.uid, uid, query);
  }
});

test("an address, a route or a uid finds its operations alone", () => {
  const image = ["v1Ship_GetImage", "v1Ship_SaveImage"];
  assert.deepEqual(found("https://example.com/tenant/v1/Ship/17/Image?w=48#x"), image);
  assert.deepEqual(found("/v1/ship/17/image/"), image);
  assert.deepEqual(found("Ship/{id}/Image"), image);
  assert.deepEqual(found("put /v1/Ship/17/Image"), ["v1Ship_SaveImage"]);
  assert.deepEqual(found("v1ship_getimage"), ["v1Ship_GetImage"]);
  assert.deepEqual(found("https://example.com/docs/uid/#v1Ship_Get"), ["v1Ship_Get"]);
  assert.deepEqual(found("/v1/Ship/mine"), ["v1Ship_Mine"]);
  assert.deepEqual(found("/odata/Files(7)"), ["Files_Get"]);
});

test("the row that matched comes along, if nothing else of the entry did", () => {
  const [hit] = index.search("home port");
  assert.equal(hit.entry.uid, "v1Ship_Post");
  assert.deepEqual(hit.row, { table: "request", name: "homePort" });
  assert.equal(index.search("register a ship")[0].row, null);
});

test("a row that all operations have hides no name, and is found in a small site", () => {
  const crews = new SearchIndex();
  const header = [["header", "X-TimeZone", "X-Tenant"]];
  const rows = ["currentCrew", "currentMast", "currentPort", "TimeZone"].map((name) =>
    row("GET", `/v1/${name}`, `v1${name}_Get`, `Reads ${name}`, 0),
  );
  crews.add({ kind: "operation", rows, tables: header });
  assert.equal(crews.search("current time zone")[0].entry.uid, "v1TimeZone_Get");
  const found = crews.search("tenant");
  assert.equal(found.length, rows.length);
  assert.deepEqual(found[0].row, { table: "header", name: "X-Tenant" });
});

test("operations come first where an action is named, and otherwise what is named exactly", () => {
  assert.equal(first("get webhook"), "v1CrewAgent_GetWebhook");
  assert.equal(first("webhook"), "types/Webhook/");
  assert.equal(first("ships and images"), "guide/#ships");
  assert.equal(first("harbour"), "guide/#ships");
  assert.equal(first("install"), "guide/");
});

test("nothing is found by an action alone beside unknown words, nor by nothing", () => {
  assert.deepEqual(found("delete zebras"), []);
  assert.deepEqual(found("/nowhere/at/all"), []);
  assert.deepEqual(found(""), []);
  assert.deepEqual(found("?!"), []);
});

test("files may come in any order", () => {
  const late = new SearchIndex();
  late.add({ kind: "section", rows: [["guide/", "Ships", "", ""]], tables: [] });
  assert.equal(late.search("ship")[0].entry.url, "guide/");
  late.add({ kind: "operation", rows: [row("GET", "/Ship", "a_Get", "Ship")], tables: [] });
  assert.equal(late.search("ship").length, 2);
});

test("a text is split without a loss", () => {
  const text = "The Image-of /ships/{shipId}!";
  assert.equal(
    parts(text)
      .map(({ part }) => part)
      .join(""),
    text,
  );
  assert.deepEqual(
    parts("a shipId").map(({ stemmed }) => stemmed),
    ["a", "", "ship", "id"],
  );
});

test("of Japanese, which has no spaces between words, each letter is a word", () => {
  assert.deepEqual(wordsOf("水深を変更"), ["水", "深", "を", "変", "更"]);
  assert.deepEqual(wordsOf("GET 水深"), ["get", "水", "深"]);
  assert.deepEqual(wordsOf("שלום עולם"), ["שלום", "עולם"]);
});

test("one word finds a name of two", () => {
  const zones = new SearchIndex();
  zones.add({
    kind: "operation",
    rows: [
      row("POST", "/v1/Zones/TidesByFilter", "v1_TidesByFilter", "Tides"),
      row("POST", "/v1/Zones/DeleteTideZone", "v1_DeleteTideZone", "Deletes it"),
    ],
    tables: [],
  });
  assert.equal(zones.search("tidezone")[0].entry.uid, "v1_DeleteTideZone");
});

test("a word that only a row has answers less of a question than one of a name", () => {
  const crew = new SearchIndex();
  crew.add({
    kind: "operation",
    rows: [
      row("POST", "/v1/Crew/GetPhones", "v1_GetPhones", "All that belong to a sailor"),
      row("POST", "/v1/Crew/ChangeFlag", "v1_ChangeFlag", "Change the flag of a sailor", 0),
    ],
    tables: [["request", "Phone", "Number", "Sailor"]],
  });
  const [first] = crew.search("phone numbers of a sailor");
  assert.equal(first.entry.uid, "v1_GetPhones");
});
