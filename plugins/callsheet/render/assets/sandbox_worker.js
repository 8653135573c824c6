/*! Made by `make javascript`: sources f4a22bf71a9ccc6a, code 85bd104ac3d57df0 */
var E="workspaces",j="workspaces",R="memory",G=96*1024*1024;function v(e){return new Promise(t=>{try{let n=indexedDB.open(
`callsheet ${e}`,1);n.onupgradeneeded=()=>n.result.createObjectStore(E),n.onsuccess=()=>t(n.result),n.onerror=()=>t(null),
n.onblocked=()=>t(null)}catch{t(null)}})}function S(e,t,n){return new Promise((s,o)=>{if(!e)throw new Error($phrase`The browser stores nothing.`);
let a=e.transaction(E,t,{durability:"relaxed"}),c=n(a.objectStore(E));a.oncomplete=()=>s(c.result),a.onabort=()=>o(a.error)})}
function A(e){return S(e,"readonly",t=>t.get(j)).catch(()=>null)}function D(e,t){return S(e,"readwrite",n=>n.put(t,j))}async function q(e,t){
let n=await S(e,"readonly",s=>s.get(R)).catch(()=>null);return n?.build===t?n.memory:null}async function U(e,t,n){let s=n&&
n.length<=G;await S(e,"readwrite",o=>s?o.put({build:t,memory:n},R):o.delete(R)).catch(()=>null)}var b=new URL(self.name?`collections/${self.name}/`:".",self.location.href).href,O=1e6,X=1024*1024,z=[31,139],Y=Uint8Array.
of(0,97,115,109,1,0,0,0),M=null,g=0;function p(e){self.postMessage(e)}var P={};async function I(e){let t=await fetch(new URL(
e,b)).catch(()=>null);if(t?.ok)return t;let n=t?$phrase`status ${t.status}`:$phrase`the site does not answer`;throw m(e,
$phrase`cannot be loaded: ${n}`)}function m(e,t){let n=$phrase`The file sandbox/${e} of this site ${t}.`;return p({type:"\
broken",text:n}),new Error(n)}async function C(e,t,n="application/octet-stream"){P[e]=[0,t];let s=await I(e);if(!s.body)
throw m(e,$phrase`is empty`);let o=s.body.getReader(),a=d=>{P[e][0]+=d.length;let i=Object.values(P).reduce(([y,l],[w,x])=>[
y+w,l+x],[0,0]);p({type:"progress",loaded:Math.min(...i),all:i[1]})},c=()=>m(e,$phrase`is not complete: load the page again`),
u=(await o.read().catch(()=>null))?.value;if(!u)throw c();let h=u[0]===z[0]&&u[1]===z[1],r=new ReadableStream({start(d){
d.enqueue(u),a(u)},async pull(d){let i=await o.read().catch(()=>null);!i||i.done&&h&&P[e][0]!==t?d.error(c()):i.done?d.close():
(a(i.value),d.enqueue(i.value))}});return h&&(r=r.pipeThrough(new DecompressionStream("gzip"))),new Response(r,{headers:{
"Content-Type":n}})}async function B(e,t){return new Uint8Array(await(await C(e,t)).arrayBuffer())}function J(e){let t=`\
model/${e}.gz`,n=new XMLHttpRequest;n.open("GET",new URL(t,b),!1),n.responseType="arraybuffer";try{n.send()}catch{throw m(
t,$phrase`cannot be loaded: ${$phrase`the site does not answer`}`)}let{status:s,response:o}=n;if(s!==200)throw m(t,$phrase`cannot be loaded: ${$phrase`status ${s}`}`);
return new Uint8Array(o)}function K(e){m(`model/${e}.gz`,$phrase`is not complete: load the page again`)}Object.assign(self,
{cutModelFile:K,modelFile:J});function Z(e){let t=self.fetch.bind(self);self.fetch=async(n,s)=>{let o=n instanceof Request?
n.url:String(n),a=o.slice(new URL(e.runtime,b).href.length),c=o.endsWith(a)?e.packed[a]:void 0;if(c===void 0)return t(n,
s);let f=a.endsWith(".wasm")?"application/wasm":void 0;return C(`${e.runtime}${a}.gz`,c,f)}}async function N(e,t){let{loadPyodide:n}=await import(`${e}\
pyodide.mjs`);if(!t){let o=self.crossOriginIsolated;return Object.defineProperty(self,"crossOriginIsolated",{value:o,configurable:!0}),
n({indexURL:e,_makeSnapshot:!0})}let{default:s}=await import(`${e}pyodide.asm.mjs`);return n({indexURL:e,_loadSnapshot:t,
async createPyodideModule(o){let a=await s(o);for(;a.HEAPU8.length<t.length;)a._malloc(X);return a}})}async function W({
runtime:e,files:t,later:n,packs:s,build:o,base:a=""},c,f){let u=t.filter(({name:l})=>!f||!l.startsWith("model/")),h=Promise.
all(u.map(({name:l,size:w})=>B(l,w)));h.catch(()=>{});let r=await N(new URL(e,b).href,f);for(let l of["Stdout","Stderr"]){
let w=new TextDecoder;r[`set${l}`]({write(x){let L=w.decode(x,{stream:!0}),_=L.slice(0,Math.max(0,O-g));return g+=L.length,
_&&p({type:"output",id:M,isError:l==="Stderr",text:_}),x.length}})}r.setStdin({stdin:()=>null}),p({type:"step",text:$phrase`Starting the server`}),
r.FS.mkdir("/model");for(let[l,w]of(await h).entries())r.FS.writeFile(`/${u[l].name.replace(/^(\.\.\/)+|\.gz$/g,"")}`,w);
let d=null;if(f)r.runPython("import random; random.seed()");else{r.runPython("import sys; sys.path.insert(0, '/python.zi\
p')");let{Sandbox:l}=r.pyimport("callsheet.sandbox.inside.main");r.globals.set("_sandbox",l("/model",r.toPy(s),self.name,
a)),d=r.makeMemorySnapshot()}let i=r.globals.get("_sandbox");i.listen(l=>{p({type:"exchange",id:M,exchange:T(l,!1)})});let y=await A(
c);return y&&i.restore(r.toPy(y)),{python:r,sandbox:i,base:c,build:o,later:n,fresh:d}}async function Q(){try{new WebAssembly.
Module(Y)}catch{throw new Error($phrase`This browser, or the Content-Security-Policy of this site, does not let WebAssembly run ('wasm-unsafe-eval').`)}
let e=await(await I("manifest.json")).json();p({type:"step",text:$phrase`Loading Python`}),Z(e);let t=await v(new URL(b).
pathname),n=await q(t,e.build);try{return await W(e,t,n)}catch(s){if(!n)throw s;return await U(t,"",null),W(e,t,null)}}function T(e,t=!0){
if(typeof e!="object"||e===null||!("toJs"in e))return e;let n=e.toJs({dict_converter:Object.fromEntries});return t&&e.destroy(),
n}async function F(e,...t){let n="Suspending"in WebAssembly;return T(await(n?e.callPromising(...t):e(...t)))}async function k({
sandbox:e,base:t}){try{await D(t,T(e.dump()))}catch{p({type:"unsaved"})}}async function V(e){let{base:t,build:n,fresh:s}=e;
e.fresh=null,s&&await U(t,n,s)}async function ee({later:e}){for(let t of e.splice(0))await fetch(new URL(t,b)).catch(()=>{})}
var te={async run(e,{name:t,source:n,files:s,settings:o,tutorial:a,step:c}){let{python:f,sandbox:u}=e;g=0;let[h,r]=await F(
u.run,t,n,f.toPy(s),f.toPy(o),a,c);return g>O&&p({type:"cut",id:M,characters:g-O}),await k(e),{code:h,files:r}},async fetch(e,{
method:t,target:n,headers:s,body:o,base:a=""}){let{python:c,sandbox:f}=e,u=c.toPy(o).tobytes(),[h,r,d,i,y]=await F(f.answer,
t,n,c.toPy(s),u,a);return t!=="GET"&&t!=="HEAD"&&await k(e),{status:h,reason:i,headers:r,body:d,uid:y}},async startOver(e){
return e.sandbox.start_over(),await k(e),{}}},$=Q();$.then(()=>p({type:"ready"}),e=>p({type:"broken",text:String(e?.message??
e)}));var H=$.catch(()=>{});self.onmessage=({data:e})=>{H=H.then(async()=>{M=e.id;let t=performance.now();try{let n=await te[e.
type](await $,e);p({type:"done",id:e.id,milliseconds:performance.now()-t,...n}),await V(await $),ee(await $)}catch(n){p(
{type:"failed",id:e.id,text:String(n?.message??n)})}})};
