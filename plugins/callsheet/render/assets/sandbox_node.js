/*! Made by `make javascript`: sources 96116b0d9a89784c, code e371e399129afacf */
"use strict";(()=>{var s=globalThis,p=new Map,l={},g=0;function O(e,t){g+=1;let r=g;return postMessage({type:e,id:r,...t}),new Promise((n,c)=>p.
set(r,{resolve:n,reject:c}))}s.onmessage=({data:e})=>{let t=p.get(e.id);p.delete(e.id),e.error?t?.reject(new TypeError(e.
error)):t?.resolve(e.answer)};var o=class e extends Uint8Array{static from(t,r){return typeof t!="string"?new e(t):r!=="\
base64"?new e(new TextEncoder().encode(t)):new e(Array.from(atob(t),n=>n.charCodeAt(0)))}toString(t="utf8"){return t==="\
base64"?btoa(Array.from(this,r=>String.fromCharCode(r)).join("")):new TextDecoder().decode(this)}};function w(e){if(typeof e==
"string")return e;if(e instanceof Error)return String(e.stack??e);try{return JSON.stringify(e,null,2)??String(e)}catch{return String(
e)}}function S(e){return(...t)=>{postMessage({type:"output",isError:e,text:`${t.map(w).join(" ")}
`})}}function i(e){return String(e).replace(/^file:\/\/\/program\//,"").replace(/^\.\//,"")}var T={async readFile(e,t){let r=l[i(
e)];if(!r)throw Object.assign(new Error(`ENOENT: no such file, open '${i(e)}'`),{code:"ENOENT"});let n=o.from(r);return t?
n.toString():n},async writeFile(e,t){let r=typeof t=="string"?new TextEncoder().encode(t):t;l[i(e)]=r,postMessage({type:"\
wrote",name:i(e),content:new Uint8Array(r)})}},j=s.fetch;async function A(e,t){let r=new Request(e,t),{origin:n,pathname:c,
search:h,host:y}=new URL(r.url);if(n!==s.callsheetOrigin)return j(r);let u=new Headers(t?.headers);r.headers.has("conten\
t-type")&&u.set("content-type",r.headers.get("content-type")??"");let m=new Uint8Array(await r.arrayBuffer()),f=await O(
"fetch",{request:{method:r.method,target:c+h,headers:[["Host",y],...u],body:m}}),E=[204,205,304].includes(f.status),{status:b,
reason:x,headers:M}=f,d=new Response(E?null:f.body,{status:b,statusText:x,headers:M});return Object.defineProperty(d,"ur\
l",{value:r.url}),d}var a=class extends Error{};Object.assign(s,{Buffer:o,fetch:A,process:{env:{},argv:["node","/program\
/sample.mjs"],exitCode:0,exit(e=0){throw postMessage({type:"ended",code:e}),new a(`exit ${e}`)},stdout:{write:e=>postMessage(
{type:"output",isError:!1,text:e})}},callsheetModules:{"fs/promises":T,process:{get env(){return s.process.env}},buffer:{
Buffer:o}},callsheetBegin(e){s.callsheetOrigin=e.origin,l=e.files,s.process.env=e.env},callsheetFail(e){e instanceof a||
postMessage({type:"thrown",text:`Uncaught ${w(e)}`})},callsheetEnd(){postMessage({type:"ended",code:s.process.exitCode})}});
for(let[e,t]of[["log",!1],["info",!1],["error",!0],["warn",!0]])s.console[e]=S(t);})();
