/*! Made by `make javascript`: sources b036899f622eba01, code 6d147d376aa3e7e7 */
var E="workspaces",A="workspaces",k="memory",G=96*1024*1024;function v(t){return new Promise(e=>{try{let n=indexedDB.open(
`callsheet ${t}`,1);n.onupgradeneeded=()=>n.result.createObjectStore(E),n.onsuccess=()=>e(n.result),n.onerror=()=>e(null),
n.onblocked=()=>e(null)}catch{e(null)}})}function x(t,e,n){return new Promise((s,a)=>{if(!t)throw new Error($phrase`The browser stores nothing.`);
let o=t.transaction(E,e,{durability:"relaxed"}),i=n(o.objectStore(E));o.oncomplete=()=>s(i.result),o.onabort=()=>a(o.error)})}
function L(t){return x(t,"readonly",e=>e.get(A)).catch(()=>null)}function D(t,e){return x(t,"readwrite",n=>n.put(e,A))}async function q(t,e){
let n=await x(t,"readonly",s=>s.get(k)).catch(()=>null);return n?.build===e?n.memory:null}async function R(t,e,n){let s=n&&
n.length<=G;await x(t,"readwrite",a=>s?a.put({build:e,memory:n},k):a.delete(k)).catch(()=>null)}var b=self.location.href,T=1e6,X=1024*1024,z=[31,139],Y=Uint8Array.of(0,97,115,109,1,0,0,0),P=null,m=0;function p(t){self.
postMessage(t)}var S={};async function I(t){let e=await fetch(new URL(t,b)).catch(()=>null);if(e?.ok)return e;let n=e?$phrase`status ${e.
status}`:$phrase`the site does not answer`;throw y(t,$phrase`cannot be loaded: ${n}`)}function y(t,e){let n=$phrase`The file sandbox/${t} of this site ${e}.`;
return p({type:"broken",text:n}),new Error(n)}async function C(t,e,n="application/octet-stream"){S[t]=[0,e];let s=await I(
t);if(!s.body)throw y(t,$phrase`is empty`);let a=s.body.getReader(),o=d=>{S[t][0]+=d.length;let c=Object.values(S).reduce(
([g,l],[w,$])=>[g+w,l+$],[0,0]);p({type:"progress",loaded:Math.min(...c),all:c[1]})},i=()=>y(t,$phrase`is not complete: load the page again`),
u=(await a.read().catch(()=>null))?.value;if(!u)throw i();let h=u[0]===z[0]&&u[1]===z[1],r=new ReadableStream({start(d){
d.enqueue(u),o(u)},async pull(d){let c=await a.read().catch(()=>null);!c||c.done&&h&&S[t][0]!==e?d.error(i()):c.done?d.close():
(o(c.value),d.enqueue(c.value))}});return h&&(r=r.pipeThrough(new DecompressionStream("gzip"))),new Response(r,{headers:{
"Content-Type":n}})}async function B(t,e){return new Uint8Array(await(await C(t,e)).arrayBuffer())}function J(t){let e=`\
model/${t}.gz`,n=new XMLHttpRequest;n.open("GET",new URL(e,b),!1),n.responseType="arraybuffer";try{n.send()}catch{throw y(
e,$phrase`cannot be loaded: ${$phrase`the site does not answer`}`)}let{status:s,response:a}=n;if(s!==200)throw y(e,$phrase`cannot be loaded: ${$phrase`status ${s}`}`);
return new Uint8Array(a)}function K(t){y(`model/${t}.gz`,$phrase`is not complete: load the page again`)}Object.assign(self,
{cutModelFile:K,modelFile:J});function Z(t){let e=self.fetch.bind(self);self.fetch=async(n,s)=>{let a=n instanceof Request?
n.url:String(n),o=a.slice(new URL(t.runtime,b).href.length),i=a.endsWith(o)?t.packed[o]:void 0;if(i===void 0)return e(n,
s);let f=o.endsWith(".wasm")?"application/wasm":void 0;return C(`${t.runtime}${o}.gz`,i,f)}}async function N(t,e){let{loadPyodide:n}=await import(`${t}\
pyodide.mjs`);if(!e){let a=self.crossOriginIsolated;return Object.defineProperty(self,"crossOriginIsolated",{value:a,configurable:!0}),
n({indexURL:t,_makeSnapshot:!0})}let{default:s}=await import(`${t}pyodide.asm.mjs`);return n({indexURL:t,_loadSnapshot:e,
async createPyodideModule(a){let o=await s(a);for(;o.HEAPU8.length<e.length;)o._malloc(X);return o}})}async function W({
runtime:t,files:e,kept:n,packs:s,build:a},o,i){let u=[...e.filter(({name:l})=>!i||!l.startsWith("model/")),...n],h=Promise.
all(u.map(({name:l,size:w})=>B(l,w)));h.catch(()=>{});let r=await N(new URL(t,b).href,i);for(let l of["Stdout","Stderr"]){
let w=new TextDecoder;r[`set${l}`]({write($){let _=w.decode($,{stream:!0}),j=_.slice(0,Math.max(0,T-m));return m+=_.length,
j&&p({type:"output",id:P,isError:l==="Stderr",text:j}),$.length}})}r.setStdin({stdin:()=>null}),p({type:"step",text:$phrase`Starting the server`}),
r.FS.mkdir("/model");for(let[l,w]of(await h).entries())r.FS.writeFile(`/${u[l].name.replace(/\.gz$/,"")}`,w);let d=null;
if(i)r.runPython("import random; random.seed()");else{r.runPython("import sys; sys.path.insert(0, '/python.zip')");let{Sandbox:l}=r.
pyimport("callsheet.sandbox.inside.main");r.globals.set("_sandbox",l("/model",r.toPy(s))),d=r.makeMemorySnapshot()}let c=r.
globals.get("_sandbox");c.listen(l=>{p({type:"exchange",id:P,exchange:U(l,!1)})});let g=await L(o);return g&&c.restore(r.
toPy(g)),{python:r,sandbox:c,base:o,build:a,fresh:d}}async function Q(){try{new WebAssembly.Module(Y)}catch{throw new Error(
$phrase`This browser, or the Content-Security-Policy of this site, does not let WebAssembly run ('wasm-unsafe-eval').`)}
let t=await(await I("manifest.json")).json();p({type:"step",text:$phrase`Loading Python`}),Z(t);let e=await v(new URL(".",
b).pathname),n=await q(e,t.build);try{return await W(t,e,n)}catch(s){if(!n)throw s;return await R(e,"",null),W(t,e,null)}}
function U(t,e=!0){if(typeof t!="object"||t===null||!("toJs"in t))return t;let n=t.toJs({dict_converter:Object.fromEntries});
return e&&t.destroy(),n}async function F(t,...e){let n="Suspending"in WebAssembly;return U(await(n?t.callPromising(...e):
t(...e)))}async function O({sandbox:t,base:e}){try{await D(e,U(t.dump()))}catch{p({type:"unsaved"})}}async function V(t){
let{base:e,build:n,fresh:s}=t;t.fresh=null,s&&await R(e,n,s)}var tt={async run(t,{name:e,source:n,files:s,settings:a,tutorial:o,
step:i}){let{python:f,sandbox:u}=t;m=0;let[h,r]=await F(u.run,e,n,f.toPy(s),f.toPy(a),o,i);return m>T&&p({type:"cut",id:P,
characters:m-T}),await O(t),{code:h,files:r}},async fetch(t,{method:e,target:n,headers:s,body:a}){let{python:o,sandbox:i}=t,
f=o.toPy(a).tobytes(),[u,h,r,d,c]=await F(i.answer,e,n,o.toPy(s),f);return e!=="GET"&&e!=="HEAD"&&await O(t),{status:u,reason:d,
headers:h,body:r,uid:c}},async startOver(t){return t.sandbox.start_over(),await O(t),{}}},M=Q();M.then(()=>p({type:"read\
y"}),t=>p({type:"broken",text:String(t?.message??t)}));var H=M.catch(()=>{});self.onmessage=({data:t})=>{H=H.then(async()=>{
P=t.id;let e=performance.now();try{let n=await tt[t.type](await M,t);p({type:"done",id:t.id,milliseconds:performance.now()-
e,...n}),await V(await M)}catch(n){p({type:"failed",id:t.id,text:String(n?.message??n)})}})};
