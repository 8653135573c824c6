/*! Made by `make javascript`: sources bbd6833b1f3c7515, code c9cdc1b0c0c5f9cd */
var E="workspaces",L="workspaces",R="memory",X=96*1024*1024;function v(e){return new Promise(t=>{try{let n=indexedDB.open(
`callsheet ${e}`,1);n.onupgradeneeded=()=>n.result.createObjectStore(E),n.onsuccess=()=>t(n.result),n.onerror=()=>t(null),
n.onblocked=()=>t(null)}catch{t(null)}})}function x(e,t,n){return new Promise((s,a)=>{if(!e)throw new Error($phrase`The browser stores nothing.`);
let r=e.transaction(E,t,{durability:"relaxed"}),c=n(r.objectStore(E));r.oncomplete=()=>s(c.result),r.onabort=()=>a(r.error)})}
function D(e){return x(e,"readonly",t=>t.get(L)).catch(()=>null)}function q(e,t){return x(e,"readwrite",n=>n.put(t,L))}async function z(e,t){
let n=await x(e,"readonly",s=>s.get(R)).catch(()=>null);return n?.build===t?n.memory:null}async function k(e,t,n){let s=n&&
n.length<=X;await x(e,"readwrite",a=>s?a.put({build:t,memory:n},R):a.delete(R)).catch(()=>null)}var g=new URL(self.name?`collections/${self.name}/`:".",self.location.href).href,T=1e6,Y=1024*1024,W=[31,139],B=Uint8Array.
of(0,97,115,109,1,0,0,0),P=null,b=0;function u(e){self.postMessage(e)}var S={};async function C(e){let t=await fetch(new URL(
e,g)).catch(()=>null);if(t?.ok)return t;let n=t?$phrase`status ${t.status}`:$phrase`the site does not answer`;throw m(e,
$phrase`cannot be loaded: ${n}`)}function m(e,t){let n=$phrase`The file sandbox/${e} of this site ${t}.`;return u({type:"\
broken",text:n}),new Error(n)}async function G(e,t,n="application/octet-stream"){S[e]=[0,t];let s=await C(e);if(!s.body)
throw m(e,$phrase`is empty`);let a=s.body.getReader(),r=o=>{S[e][0]+=o.length;let l=Object.values(S).reduce(([w,$],[i,y])=>[
w+i,$+y],[0,0]);u({type:"progress",loaded:Math.min(...l),all:l[1]})},c=()=>m(e,$phrase`is not complete: load the page again`),
p=(await a.read().catch(()=>null))?.value;if(!p)throw c();let f=p[0]===W[0]&&p[1]===W[1],h=new ReadableStream({start(o){
o.enqueue(p),r(p)},async pull(o){let l=await a.read().catch(()=>null);!l||l.done&&f&&S[e][0]!==t?o.error(c()):l.done?o.close():
(r(l.value),o.enqueue(l.value))}});return f&&(h=h.pipeThrough(new DecompressionStream("gzip"))),new Response(h,{headers:{
"Content-Type":n}})}async function J(e,t){return new Uint8Array(await(await G(e,t)).arrayBuffer())}function K(e){let t=`\
model/${e}.gz`,n=new XMLHttpRequest;n.open("GET",new URL(t,g),!1),n.responseType="arraybuffer";try{n.send()}catch{throw m(
t,$phrase`cannot be loaded: ${$phrase`the site does not answer`}`)}let{status:s,response:a}=n;if(s!==200)throw m(t,$phrase`cannot be loaded: ${$phrase`status ${s}`}`);
return new Uint8Array(a)}function Z(e){m(`model/${e}.gz`,$phrase`is not complete: load the page again`)}Object.assign(self,
{cutModelFile:Z,modelFile:K});function N(e){let t=self.fetch.bind(self);self.fetch=async(n,s)=>{let a=n instanceof Request?
n.url:String(n),r=a.slice(new URL(e.runtime,g).href.length),c=a.endsWith(r)?e.packed[r]:void 0;if(c===void 0)return t(n,
s);let d=r.endsWith(".wasm")?"application/wasm":void 0;return G(`${e.runtime}${r}.gz`,c,d)}}async function Q(e,t){let{loadPyodide:n}=await import(`${e}\
pyodide.mjs`);if(!t){let a=self.crossOriginIsolated;return Object.defineProperty(self,"crossOriginIsolated",{value:a,configurable:!0}),
n({indexURL:e,_makeSnapshot:!0})}let{default:s}=await import(`${e}pyodide.asm.mjs`);return n({indexURL:e,_loadSnapshot:t,
async createPyodideModule(a){let r=await s(a);for(;r.HEAPU8.length<t.length;)r._malloc(Y);return r}})}async function F({
runtime:e,files:t,kept:n,packs:s,build:a,base:r=""},c,d){let f=[...t.filter(({name:i})=>!d||!i.startsWith("model/")),...n],
h=Promise.all(f.map(({name:i,size:y})=>J(i,y)));h.catch(()=>{});let o=await Q(new URL(e,g).href,d);for(let i of["Stdout",
"Stderr"]){let y=new TextDecoder;o[`set${i}`]({write(_){let j=y.decode(_,{stream:!0}),A=j.slice(0,Math.max(0,T-b));return b+=
j.length,A&&u({type:"output",id:P,isError:i==="Stderr",text:A}),_.length}})}o.setStdin({stdin:()=>null}),u({type:"step",
text:$phrase`Starting the server`}),o.FS.mkdir("/model");for(let[i,y]of(await h).entries())o.FS.writeFile(`/${f[i].name.
replace(/^(\.\.\/)+|\.gz$/g,"")}`,y);let l=null;if(d)o.runPython("import random; random.seed()");else{o.runPython("impor\
t sys; sys.path.insert(0, '/python.zip')");let{Sandbox:i}=o.pyimport("callsheet.sandbox.inside.main");o.globals.set("_sa\
ndbox",i("/model",o.toPy(s),self.name,r)),l=o.makeMemorySnapshot()}let w=o.globals.get("_sandbox");w.listen(i=>{u({type:"\
exchange",id:P,exchange:U(i,!1)})});let $=await D(c);return $&&w.restore(o.toPy($)),{python:o,sandbox:w,base:c,build:a,fresh:l}}
async function V(){try{new WebAssembly.Module(B)}catch{throw new Error($phrase`This browser, or the Content-Security-Policy of this site, does not let WebAssembly run ('wasm-unsafe-eval').`)}
let e=await(await C("manifest.json")).json();u({type:"step",text:$phrase`Loading Python`}),N(e);let t=await v(new URL(g).
pathname),n=await z(t,e.build);try{return await F(e,t,n)}catch(s){if(!n)throw s;return await k(t,"",null),F(e,t,null)}}function U(e,t=!0){
if(typeof e!="object"||e===null||!("toJs"in e))return e;let n=e.toJs({dict_converter:Object.fromEntries});return t&&e.destroy(),
n}async function H(e,...t){let n="Suspending"in WebAssembly;return U(await(n?e.callPromising(...t):e(...t)))}async function O({
sandbox:e,base:t}){try{await q(t,U(e.dump()))}catch{u({type:"unsaved"})}}async function ee(e){let{base:t,build:n,fresh:s}=e;
e.fresh=null,s&&await k(t,n,s)}var te={async run(e,{name:t,source:n,files:s,settings:a,tutorial:r,step:c}){let{python:d,
sandbox:p}=e;b=0;let[f,h]=await H(p.run,t,n,d.toPy(s),d.toPy(a),r,c);return b>T&&u({type:"cut",id:P,characters:b-T}),await O(
e),{code:f,files:h}},async fetch(e,{method:t,target:n,headers:s,body:a,base:r=""}){let{python:c,sandbox:d}=e,p=c.toPy(a).
tobytes(),[f,h,o,l,w]=await H(d.answer,t,n,c.toPy(s),p,r);return t!=="GET"&&t!=="HEAD"&&await O(e),{status:f,reason:l,headers:h,
body:o,uid:w}},async startOver(e){return e.sandbox.start_over(),await O(e),{}}},M=V();M.then(()=>u({type:"ready"}),e=>u(
{type:"broken",text:String(e?.message??e)}));var I=M.catch(()=>{});self.onmessage=({data:e})=>{I=I.then(async()=>{P=e.id;
let t=performance.now();try{let n=await te[e.type](await M,e);u({type:"done",id:e.id,milliseconds:performance.now()-t,...n}),
await ee(await M)}catch(n){u({type:"failed",id:e.id,text:String(n?.message??n)})}})};
