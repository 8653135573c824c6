/*! Made by `make javascript`: sources 38c26c4ca4fbd2a2, code 03ff862650c8adea */
var E="workspaces",_="workspaces",R="memory",C=96*1024*1024;function j(t){return new Promise(e=>{try{let n=indexedDB.open(
`callsheet ${t}`,1);n.onupgradeneeded=()=>n.result.createObjectStore(E),n.onsuccess=()=>e(n.result),n.onerror=()=>e(null),
n.onblocked=()=>e(null)}catch{e(null)}})}function S(t,e,n){return new Promise((s,a)=>{if(!t)throw new Error($phrase`The browser stores nothing.`);
let o=t.transaction(E,e,{durability:"relaxed"}),c=n(o.objectStore(E));o.oncomplete=()=>s(c.result),o.onabort=()=>a(o.error)})}
function v(t){return S(t,"readonly",e=>e.get(_)).catch(()=>null)}function A(t,e){return S(t,"readwrite",n=>n.put(e,_))}async function D(t,e){
let n=await S(t,"readonly",s=>s.get(R)).catch(()=>null);return n?.build===e?n.memory:null}async function k(t,e,n){let s=n&&
n.length<=C;await S(t,"readwrite",a=>s?a.put({build:e,memory:n},R):a.delete(R)).catch(()=>null)}var m=self.location.href,T=1e6,G=1024*1024,q=[31,139],X=Uint8Array.of(0,97,115,109,1,0,0,0),M=null,b=0;function p(t){self.
postMessage(t)}var P={};async function H(t){let e=await fetch(new URL(t,m)).catch(()=>null);if(e?.ok)return e;let n=e?$phrase`status ${e.
status}`:$phrase`the site does not answer`;throw y(t,$phrase`cannot be loaded: ${n}`)}function y(t,e){let n=$phrase`The file sandbox/${t} of this site ${e}.`;
return p({type:"broken",text:n}),new Error(n)}async function I(t,e,n="application/octet-stream"){P[t]=[0,e];let s=await H(
t);if(!s.body)throw y(t,$phrase`is empty`);let a=s.body.getReader(),o=l=>{P[t][0]+=l.length;let u=Object.values(P).reduce(
([i,w],[$,x])=>[i+$,w+x],[0,0]);p({type:"progress",loaded:Math.min(...u),all:u[1]})},c=()=>y(t,$phrase`is not complete: load the page again`),
d=(await a.read().catch(()=>null))?.value;if(!d)throw c();let r=d[0]===q[0]&&d[1]===q[1],f=new ReadableStream({start(l){
l.enqueue(d),o(d)},async pull(l){let u=await a.read().catch(()=>null);!u||u.done&&r&&P[t][0]!==e?l.error(c()):u.done?l.close():
(o(u.value),l.enqueue(u.value))}});return r&&(f=f.pipeThrough(new DecompressionStream("gzip"))),new Response(f,{headers:{
"Content-Type":n}})}async function Y(t,e){return new Uint8Array(await(await I(t,e)).arrayBuffer())}function B(t){let e=`\
model/${t}.gz`,n=new XMLHttpRequest;n.open("GET",new URL(e,m),!1),n.responseType="arraybuffer";try{n.send()}catch{throw y(
e,$phrase`cannot be loaded: ${$phrase`the site does not answer`}`)}let{status:s,response:a}=n;if(s!==200)throw y(e,$phrase`cannot be loaded: ${$phrase`status ${s}`}`);
return new Uint8Array(a)}function J(t){y(`model/${t}.gz`,$phrase`is not complete: load the page again`)}Object.assign(self,
{cutModelFile:J,modelFile:B});function K(t){let e=self.fetch.bind(self);self.fetch=async(n,s)=>{let a=n instanceof Request?
n.url:String(n),o=a.slice(new URL(t.runtime,m).href.length),c=a.endsWith(o)?t.packed[o]:void 0;if(c===void 0)return e(n,
s);let h=o.endsWith(".wasm")?"application/wasm":void 0;return I(`${t.runtime}${o}.gz`,c,h)}}async function Z(t,e){let{loadPyodide:n}=await import(`${t}\
pyodide.mjs`);if(!e){let a=self.crossOriginIsolated;return Object.defineProperty(self,"crossOriginIsolated",{value:a,configurable:!0}),
n({indexURL:t,_makeSnapshot:!0})}let{default:s}=await import(`${t}pyodide.asm.mjs`);return n({indexURL:t,_loadSnapshot:e,
async createPyodideModule(a){let o=await s(a);for(;o.HEAPU8.length<e.length;)o._malloc(G);return o}})}async function z({
runtime:t,files:e,later:n,packs:s,build:a},o,c){let h=e.filter(({name:i})=>!c||!i.startsWith("model/")),d=Promise.all(h.
map(({name:i,size:w})=>Y(i,w)));d.catch(()=>{});let r=await Z(new URL(t,m).href,c);for(let i of["Stdout","Stderr"]){let w=new TextDecoder;
r[`set${i}`]({write($){let x=w.decode($,{stream:!0}),L=x.slice(0,Math.max(0,T-b));return b+=x.length,L&&p({type:"output",
id:M,isError:i==="Stderr",text:L}),$.length}})}r.setStdin({stdin:()=>null}),p({type:"step",text:$phrase`Starting the server`}),
r.FS.mkdir("/model");for(let[i,w]of(await d).entries())r.FS.writeFile(`/${h[i].name.replace(/\.gz$/,"")}`,w);let f=null;
if(c)r.runPython("import random; random.seed()");else{r.runPython("import sys; sys.path.insert(0, '/python.zip')");let{Sandbox:i}=r.
pyimport("callsheet.sandbox.inside.main");r.globals.set("_sandbox",i("/model",r.toPy(s))),f=r.makeMemorySnapshot()}let l=r.
globals.get("_sandbox");l.listen(i=>{p({type:"exchange",id:M,exchange:U(i,!1)})});let u=await v(o);return u&&l.restore(r.
toPy(u)),{python:r,sandbox:l,base:o,build:a,later:n,fresh:f}}async function N(){try{new WebAssembly.Module(X)}catch{throw new Error(
$phrase`This browser, or the Content-Security-Policy of this site, does not let WebAssembly run ('wasm-unsafe-eval').`)}
let t=await(await H("manifest.json")).json();p({type:"step",text:$phrase`Loading Python`}),K(t);let e=await j(new URL(".",
m).pathname),n=await D(e,t.build);try{return await z(t,e,n)}catch(s){if(!n)throw s;return await k(e,"",null),z(t,e,null)}}
function U(t,e=!0){if(typeof t!="object"||t===null||!("toJs"in t))return t;let n=t.toJs({dict_converter:Object.fromEntries});
return e&&t.destroy(),n}async function W(t,...e){let n="Suspending"in WebAssembly;return U(await(n?t.callPromising(...e):
t(...e)))}async function O({sandbox:t,base:e}){try{await A(e,U(t.dump()))}catch{p({type:"unsaved"})}}async function Q(t){
let{base:e,build:n,fresh:s}=t;t.fresh=null,s&&await k(e,n,s)}async function V({later:t}){for(let e of t.splice(0))await fetch(
new URL(e,m)).catch(()=>{})}var tt={async run(t,{name:e,source:n,files:s,settings:a,tutorial:o,step:c}){let{python:h,sandbox:d}=t;
b=0;let[r,f]=await W(d.run,e,n,h.toPy(s),h.toPy(a),o,c);return b>T&&p({type:"cut",id:M,characters:b-T}),await O(t),{code:r,
files:f}},async fetch(t,{method:e,target:n,headers:s,body:a}){let{python:o,sandbox:c}=t,h=o.toPy(a).tobytes(),[d,r,f,l,u]=await W(
c.answer,e,n,o.toPy(s),h);return e!=="GET"&&e!=="HEAD"&&await O(t),{status:d,reason:l,headers:r,body:f,uid:u}},async startOver(t){
return t.sandbox.start_over(),await O(t),{}}},g=N();g.then(()=>p({type:"ready"}),t=>p({type:"broken",text:String(t?.message??
t)}));var F=g.catch(()=>{});self.onmessage=({data:t})=>{F=F.then(async()=>{M=t.id;let e=performance.now();try{let n=await tt[t.
type](await g,t);p({type:"done",id:t.id,milliseconds:performance.now()-e,...n}),await Q(await g),V(await g)}catch(n){p({
type:"failed",id:t.id,text:String(n?.message??n)})}})};
