/*! Made by `make javascript`: sources f4a22bf71a9ccc6a, code 0b87f9f4c5bcc1ad */
"use strict";(()=>{var n=globalThis,p=new Map,l={},g=0;function T(e,t){g+=1;let r=g;return postMessage({type:e,id:r,...t}),new Promise((s,c)=>p.
set(r,{resolve:s,reject:c}))}n.onmessage=({data:e})=>{let t=p.get(e.id);p.delete(e.id),e.error?t?.reject(new TypeError(e.
error)):t?.resolve(e.answer)};var o=class e extends Uint8Array{static from(t,r){return typeof t!="string"?new e(t):r!=="\
base64"?new e(new TextEncoder().encode(t)):new e(Array.from(atob(t),s=>s.charCodeAt(0)))}toString(t="utf8"){return t==="\
base64"?btoa(Array.from(this,r=>String.fromCharCode(r)).join("")):new TextDecoder().decode(this)}};function h(e){if(typeof e==
"string")return e;if(e instanceof Error)return String(e.stack??e);try{return JSON.stringify(e,null,2)??String(e)}catch{return String(
e)}}function j(e){return(...t)=>{postMessage({type:"output",isError:e,text:`${t.map(h).join(" ")}
`})}}function a(e){return String(e).replace(/^file:\/\/\/program\//,"").replace(/^\.\//,"")}var $={async readFile(e,t){let r=l[a(
e)];if(!r)throw Object.assign(new Error(`ENOENT: no such file, open '${a(e)}'`),{code:"ENOENT"});let s=o.from(r);return t?
s.toString():s},async writeFile(e,t){let r=typeof t=="string"?new TextEncoder().encode(t):t;l[a(e)]=r,postMessage({type:"\
wrote",name:a(e),content:new Uint8Array(r)})}},A=n.fetch;async function C(e,t){let r=new Request(e,t),{origin:s,pathname:c,
search:w,host:y}=new URL(r.url);if(s.replace("//localhost:","//127.0.0.1:")!==n.callsheetOrigin)return A(r).catch(S=>{let M=$phrase`${s} cannot be asked from this page: it does not answer, or does not allow it (CORS).`;
throw new TypeError(`fetch failed: ${M}`,{cause:S})});let u=new Headers(t?.headers);r.headers.has("content-type")&&u.set(
"content-type",r.headers.get("content-type")??"");let m=new Uint8Array(await r.arrayBuffer()),f=await T("fetch",{request:{
method:r.method,target:c+w,headers:[["Host",y],...u],body:m}}),E=[204,205,304].includes(f.status),{status:b,reason:x,headers:O}=f,
d=new Response(E?null:f.body,{status:b,statusText:x,headers:O});return Object.defineProperty(d,"url",{value:r.url}),d}var i=class extends Error{};
Object.assign(n,{Buffer:o,fetch:C,process:{env:{},argv:["node","/program/sample.mjs"],exitCode:0,exit(e=0){throw postMessage(
{type:"ended",code:e}),new i(`exit ${e}`)},stdout:{write:e=>postMessage({type:"output",isError:!1,text:e})}},callsheetModules:{
"fs/promises":$,process:{get env(){return n.process.env}},buffer:{Buffer:o}},callsheetBegin(e){n.callsheetOrigin=e.origin,
l=e.files,n.process.env=e.env},callsheetFail(e){e instanceof i||postMessage({type:"thrown",text:`Uncaught ${h(e)}`})},callsheetEnd(){
postMessage({type:"ended",code:n.process.exitCode})}});for(let[e,t]of[["log",!1],["info",!1],["error",!0],["warn",!0]])n.
console[e]=j(t);})();
