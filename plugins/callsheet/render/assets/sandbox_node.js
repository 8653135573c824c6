/*! Made by `make javascript`: sources f1c343528d3d08d9, code 310eb6d51c94031e */
"use strict";(()=>{var n=globalThis,l=new Map,p={},g=0;function T(e,t){g+=1;let r=g;return postMessage({type:e,id:r,...t}),new Promise((s,c)=>l.
set(r,{resolve:s,reject:c}))}n.onmessage=({data:e})=>{let t=l.get(e.id);l.delete(e.id),e.error?t?.reject(new TypeError(e.
error)):t?.resolve(e.answer)};var o=class e extends Uint8Array{static from(t,r){return typeof t!="string"?new e(t):r!=="\
base64"?new e(new TextEncoder().encode(t)):new e(Array.from(atob(t),s=>s.charCodeAt(0)))}toString(t="utf8"){return t==="\
base64"?btoa(Array.from(this,r=>String.fromCharCode(r)).join("")):new TextDecoder().decode(this)}};function h(e){if(typeof e==
"string")return e;if(e instanceof Error)return String(e.stack??e);try{return JSON.stringify(e,null,2)??String(e)}catch{return String(
e)}}function j(e){return(...t)=>{postMessage({type:"output",isError:e,text:`${t.map(h).join(" ")}
`})}}function i(e){return String(e).replace(/^file:\/\/\/program\//,"").replace(/^\.\//,"")}var A={async readFile(e,t){let r=p[i(
e)];if(!r)throw Object.assign(new Error(`ENOENT: no such file, open '${i(e)}'`),{code:"ENOENT"});let s=o.from(r);return t?
s.toString():s},async writeFile(e,t){let r=typeof t=="string"?new TextEncoder().encode(t):t;p[i(e)]=r,postMessage({type:"\
wrote",name:i(e),content:new Uint8Array(r)})}},C=n.fetch;async function $(e,t){let r=new Request(e,t),{origin:s,pathname:c,
search:w,host:y}=new URL(r.url);if(s.replace("//localhost:","//127.0.0.1:")!==n.callsheetOrigin)return C(r).catch(M=>{let S=`${s}\
 cannot be asked from this page: it does not answer, or does not allow it (CORS).`;throw new TypeError(`fetch failed: ${S}`,
{cause:M})});let d=new Headers(t?.headers);r.headers.has("content-type")&&d.set("content-type",r.headers.get("content-ty\
pe")??"");let m=new Uint8Array(await r.arrayBuffer()),f=await T("fetch",{request:{method:r.method,target:c+w,headers:[["\
Host",y],...d],body:m}}),E=[204,205,304].includes(f.status),{status:b,reason:x,headers:O}=f,u=new Response(E?null:f.body,
{status:b,statusText:x,headers:O});return Object.defineProperty(u,"url",{value:r.url}),u}var a=class extends Error{};Object.
assign(n,{Buffer:o,fetch:$,process:{env:{},argv:["node","/program/sample.mjs"],exitCode:0,exit(e=0){throw postMessage({type:"\
ended",code:e}),new a(`exit ${e}`)},stdout:{write:e=>postMessage({type:"output",isError:!1,text:e})}},callsheetModules:{
"fs/promises":A,process:{get env(){return n.process.env}},buffer:{Buffer:o}},callsheetBegin(e){n.callsheetOrigin=e.origin,
p=e.files,n.process.env=e.env},callsheetFail(e){e instanceof a||postMessage({type:"thrown",text:`Uncaught ${h(e)}`})},callsheetEnd(){
postMessage({type:"ended",code:n.process.exitCode})}});for(let[e,t]of[["log",!1],["info",!1],["error",!0],["warn",!0]])n.
console[e]=j(t);})();
