/*! Made by `make javascript`: sources a4516d8748dc287b, code b2de4d343ac76cf8 */
var M="workspaces",j="workspaces",E="memory",H=96*1024*1024;function v(t){return new Promise(e=>{try{let n=indexedDB.open(
`callsheet ${t}`,1);n.onupgradeneeded=()=>n.result.createObjectStore(M),n.onsuccess=()=>e(n.result),n.onerror=()=>e(null),
n.onblocked=()=>e(null)}catch{e(null)}})}function g(t,e,n){return new Promise((s,r)=>{if(!t)throw new Error($phrase`The browser stores nothing.`);
let o=t.transaction(M,e,{durability:"relaxed"}),i=n(o.objectStore(M));o.oncomplete=()=>s(i.result),o.onabort=()=>r(o.error)})}
function A(t){return g(t,"readonly",e=>e.get(j)).catch(()=>null)}function L(t,e){return g(t,"readwrite",n=>n.put(e,j))}async function D(t,e){
let n=await g(t,"readonly",s=>s.get(E)).catch(()=>null);return n?.build===e?n.memory:null}async function R(t,e,n){let s=n&&
n.length<=H;await g(t,"readwrite",r=>s?r.put({build:e,memory:n},E):r.delete(E)).catch(()=>null)}var $=new URL(self.name?`collections/${self.name}/`:".",self.location.href).href,O=1e6,Y=1024*1024,W=[31,139],B=Uint8Array.
of(0,97,115,109,1,0,0,0),S=null,y=0;function p(t){self.postMessage(t)}var x={};async function C(t){let e=await fetch(new URL(
t,$)).catch(()=>null);if(e?.ok)return e;let n=e?$phrase`status ${e.status}`:$phrase`the site does not answer`;throw T(t,
$phrase`cannot be loaded: ${n}`)}function T(t,e){let n=$phrase`The file sandbox/${t} of this site ${e}.`;return p({type:"\
broken",text:n}),new Error(n)}async function F(t,e,n="application/octet-stream"){x[t]=[0,e];let s=await C(t);if(!s.body)
throw T(t,$phrase`is empty`);let r=s.body.getReader(),o=l=>{x[t][0]+=l.length;let u=Object.values(x).reduce(([c,w],[m,b])=>[
c+m,w+b],[0,0]);p({type:"progress",loaded:Math.min(...u),all:u[1]})},i=()=>T(t,$phrase`is not complete: load the page again`),
d=(await r.read().catch(()=>null))?.value;if(!d)throw i();let a=d[0]===W[0]&&d[1]===W[1],h=new ReadableStream({start(l){
l.enqueue(d),o(d)},async pull(l){let u=await r.read().catch(()=>null);!u||u.done&&a&&x[t][0]!==e?l.error(i()):u.done?l.close():
(o(u.value),l.enqueue(u.value))}});return a&&(h=h.pipeThrough(new DecompressionStream("gzip"))),new Response(h,{headers:{
"Content-Type":n}})}async function G(t,e){return new Uint8Array(await(await F(t,e)).arrayBuffer())}function J(t){let e=self.
fetch.bind(self);self.fetch=async(n,s)=>{let r=n instanceof Request?n.url:String(n),o=r.slice(new URL(t.runtime,$).href.
length),i=r.endsWith(o)?t.packed[o]:void 0;if(i===void 0)return e(n,s);let f=o.endsWith(".wasm")?"application/wasm":void 0;
return F(`${t.runtime}${o}.gz`,i,f)}}async function X(t,e){let{loadPyodide:n}=await import(`${t}pyodide.mjs`);if(!e){let r=self.
crossOriginIsolated;return Object.defineProperty(self,"crossOriginIsolated",{value:r,configurable:!0}),n({indexURL:t,_makeSnapshot:!0})}
let{default:s}=await import(`${t}pyodide.asm.mjs`);return n({indexURL:t,_loadSnapshot:e,async createPyodideModule(r){let o=await s(
r);for(;o.HEAPU8.length<e.length;)o._malloc(Y);return o}})}async function q({runtime:t,files:e,packs:n,build:s,base:r=""},o,i){
let f=e.filter(({name:c})=>!i||!c.startsWith("model/")),d=Promise.all(f.map(({name:c,size:w})=>G(c,w)));d.catch(()=>{});
let a=await X(new URL(t,$).href,i);for(let c of["Stdout","Stderr"]){let w=new TextDecoder;a[`set${c}`]({write(m){let b=w.
decode(m,{stream:!0}),_=b.slice(0,Math.max(0,O-y));return y+=b.length,_&&p({type:"output",id:S,isError:c==="Stderr",text:_}),
m.length}})}a.setStdin({stdin:()=>null}),p({type:"step",text:$phrase`Starting the server`}),a.FS.mkdir("/model");for(let[
c,w]of(await d).entries())a.FS.writeFile(`/${f[c].name.replace(/^(\.\.\/)+|\.gz$/g,"")}`,w);let h=null;if(i)a.runPython(
"import random; random.seed()");else{a.runPython("import sys; sys.path.insert(0, '/python.zip')");let{Sandbox:c}=a.pyimport(
"callsheet.sandbox.inside.main");a.globals.set("_sandbox",c("/model",a.toPy(n),self.name,r)),h=a.makeMemorySnapshot()}let l=a.
globals.get("_sandbox");l.listen(c=>{p({type:"exchange",id:S,exchange:U(c,!1)})});let u=await A(o);return u&&l.restore(a.
toPy(u)),{python:a,sandbox:l,base:o,build:s,fresh:h}}async function K(){try{new WebAssembly.Module(B)}catch{throw new Error(
$phrase`This browser, or the Content-Security-Policy of this site, does not let WebAssembly run ('wasm-unsafe-eval').`)}
let t=await(await C("manifest.json")).json();p({type:"step",text:$phrase`Loading Python`}),J(t);let e=await v(new URL($).
pathname),n=await D(e,t.build);try{return await q(t,e,n)}catch(s){if(!n)throw s;return await R(e,"",null),q(t,e,null)}}function U(t,e=!0){
if(typeof t!="object"||t===null||!("toJs"in t))return t;let n=t.toJs({dict_converter:Object.fromEntries});return e&&t.destroy(),
n}async function z(t,...e){let n="Suspending"in WebAssembly;return U(await(n?t.callPromising(...e):t(...e)))}async function k({
sandbox:t,base:e}){try{await L(e,U(t.dump()))}catch{p({type:"unsaved"})}}async function Z(t){let{base:e,build:n,fresh:s}=t;
t.fresh=null,s&&await R(e,n,s)}var N={async run(t,{name:e,source:n,files:s,settings:r,tutorial:o,step:i}){let{python:f,sandbox:d}=t;
y=0;let[a,h]=await z(d.run,e,n,f.toPy(s),f.toPy(r),o,i);return y>O&&p({type:"cut",id:S,characters:y-O}),await k(t),{code:a,
files:h}},async fetch(t,{method:e,target:n,headers:s,body:r,base:o=""}){let{python:i,sandbox:f}=t,d=i.toPy(r).tobytes(),
[a,h,l,u,c]=await z(f.answer,e,n,i.toPy(s),d,o);return e!=="GET"&&e!=="HEAD"&&await k(t),{status:a,reason:u,headers:h,body:l,
uid:c}},async startOver(t){return t.sandbox.start_over(),await k(t),{}}},P=K();P.then(()=>p({type:"ready"}),t=>p({type:"\
broken",text:String(t?.message??t)}));var I=P.catch(()=>{});self.onmessage=({data:t})=>{I=I.then(async()=>{S=t.id;let e=performance.
now();try{let n=await N[t.type](await P,t);p({type:"done",id:t.id,milliseconds:performance.now()-e,...n}),await Z(await P)}catch(n){
p({type:"failed",id:t.id,text:String(n?.message??n)})}})};
