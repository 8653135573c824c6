/*! Made by `make javascript`: sources 1cb74fbd137cd596, code 879a793897c430fe */
var E="workspaces",j="workspaces",R="memory",C=96*1024*1024;function A(e){return new Promise(t=>{try{let n=indexedDB.open(
`callsheet ${e}`,1);n.onupgradeneeded=()=>n.result.createObjectStore(E),n.onsuccess=()=>t(n.result),n.onerror=()=>t(null),
n.onblocked=()=>t(null)}catch{t(null)}})}function x(e,t,n){return new Promise((s,r)=>{if(!e)throw new Error($phrase`The browser stores nothing.`);
let o=e.transaction(E,t,{durability:"relaxed"}),c=n(o.objectStore(E));o.oncomplete=()=>s(c.result),o.onabort=()=>r(o.error)})}
function L(e){return x(e,"readonly",t=>t.get(j)).catch(()=>null)}function v(e,t){return x(e,"readwrite",n=>n.put(t,j))}async function D(e,t){
let n=await x(e,"readonly",s=>s.get(R)).catch(()=>null);return n?.build===t?n.memory:null}async function k(e,t,n){let s=n&&
n.length<=C;await x(e,"readwrite",r=>s?r.put({build:t,memory:n},R):r.delete(R)).catch(()=>null)}var b=new URL(self.name?`collections/${self.name}/`:".",self.location.href).href,T=1e6,G=1024*1024,q=[31,139],X=Uint8Array.
of(0,97,115,109,1,0,0,0),P=null,y=0;function p(e){self.postMessage(e)}var S={};async function H(e){let t=await fetch(new URL(
e,b)).catch(()=>null);if(t?.ok)return t;let n=t?$phrase`status ${t.status}`:$phrase`the site does not answer`;throw m(e,
$phrase`cannot be loaded: ${n}`)}function m(e,t){let n=$phrase`The file sandbox/${e} of this site ${t}.`;return p({type:"\
broken",text:n}),new Error(n)}async function I(e,t,n="application/octet-stream"){S[e]=[0,t];let s=await H(e);if(!s.body)
throw m(e,$phrase`is empty`);let r=s.body.getReader(),o=l=>{S[e][0]+=l.length;let u=Object.values(S).reduce(([i,w],[g,$])=>[
i+g,w+$],[0,0]);p({type:"progress",loaded:Math.min(...u),all:u[1]})},c=()=>m(e,$phrase`is not complete: load the page again`),
d=(await r.read().catch(()=>null))?.value;if(!d)throw c();let a=d[0]===q[0]&&d[1]===q[1],f=new ReadableStream({start(l){
l.enqueue(d),o(d)},async pull(l){let u=await r.read().catch(()=>null);!u||u.done&&a&&S[e][0]!==t?l.error(c()):u.done?l.close():
(o(u.value),l.enqueue(u.value))}});return a&&(f=f.pipeThrough(new DecompressionStream("gzip"))),new Response(f,{headers:{
"Content-Type":n}})}async function Y(e,t){return new Uint8Array(await(await I(e,t)).arrayBuffer())}function B(e){let t=`\
model/${e}.gz`,n=new XMLHttpRequest;n.open("GET",new URL(t,b),!1),n.responseType="arraybuffer";try{n.send()}catch{throw m(
t,$phrase`cannot be loaded: ${$phrase`the site does not answer`}`)}let{status:s,response:r}=n;if(s!==200)throw m(t,$phrase`cannot be loaded: ${$phrase`status ${s}`}`);
return new Uint8Array(r)}Object.assign(self,{modelFile:B});function J(e){let t=self.fetch.bind(self);self.fetch=async(n,s)=>{
let r=n instanceof Request?n.url:String(n),o=r.slice(new URL(e.runtime,b).href.length),c=r.endsWith(o)?e.packed[o]:void 0;
if(c===void 0)return t(n,s);let h=o.endsWith(".wasm")?"application/wasm":void 0;return I(`${e.runtime}${o}.gz`,c,h)}}async function K(e,t){
let{loadPyodide:n}=await import(`${e}pyodide.mjs`);if(!t){let r=self.crossOriginIsolated;return Object.defineProperty(self,
"crossOriginIsolated",{value:r,configurable:!0}),n({indexURL:e,_makeSnapshot:!0})}let{default:s}=await import(`${e}pyodi\
de.asm.mjs`);return n({indexURL:e,_loadSnapshot:t,async createPyodideModule(r){let o=await s(r);for(;o.HEAPU8.length<t.length;)
o._malloc(G);return o}})}async function W({runtime:e,files:t,packs:n,build:s,base:r=""},o,c){let h=t.filter(({name:i})=>!c||
!i.startsWith("model/")),d=Promise.all(h.map(({name:i,size:w})=>Y(i,w)));d.catch(()=>{});let a=await K(new URL(e,b).href,
c);for(let i of["Stdout","Stderr"]){let w=new TextDecoder;a[`set${i}`]({write(g){let $=w.decode(g,{stream:!0}),_=$.slice(
0,Math.max(0,T-y));return y+=$.length,_&&p({type:"output",id:P,isError:i==="Stderr",text:_}),g.length}})}a.setStdin({stdin:()=>null}),
p({type:"step",text:$phrase`Starting the server`}),a.FS.mkdir("/model");for(let[i,w]of(await d).entries())a.FS.writeFile(
`/${h[i].name.replace(/^(\.\.\/)+|\.gz$/g,"")}`,w);let f=null;if(c)a.runPython("import random; random.seed()");else{a.runPython(
"import sys; sys.path.insert(0, '/python.zip')");let{Sandbox:i}=a.pyimport("callsheet.sandbox.inside.main");a.globals.set(
"_sandbox",i("/model",a.toPy(n),self.name,r)),f=a.makeMemorySnapshot()}let l=a.globals.get("_sandbox");l.listen(i=>{p({type:"\
exchange",id:P,exchange:U(i,!1)})});let u=await L(o);return u&&l.restore(a.toPy(u)),{python:a,sandbox:l,base:o,build:s,fresh:f}}
async function Z(){try{new WebAssembly.Module(X)}catch{throw new Error($phrase`This browser, or the Content-Security-Policy of this site, does not let WebAssembly run ('wasm-unsafe-eval').`)}
let e=await(await H("manifest.json")).json();p({type:"step",text:$phrase`Loading Python`}),J(e);let t=await A(new URL(b).
pathname),n=await D(t,e.build);try{return await W(e,t,n)}catch(s){if(!n)throw s;return await k(t,"",null),W(e,t,null)}}function U(e,t=!0){
if(typeof e!="object"||e===null||!("toJs"in e))return e;let n=e.toJs({dict_converter:Object.fromEntries});return t&&e.destroy(),
n}async function z(e,...t){let n="Suspending"in WebAssembly;return U(await(n?e.callPromising(...t):e(...t)))}async function O({
sandbox:e,base:t}){try{await v(t,U(e.dump()))}catch{p({type:"unsaved"})}}async function N(e){let{base:t,build:n,fresh:s}=e;
e.fresh=null,s&&await k(t,n,s)}var Q={async run(e,{name:t,source:n,files:s,settings:r,tutorial:o,step:c}){let{python:h,sandbox:d}=e;
y=0;let[a,f]=await z(d.run,t,n,h.toPy(s),h.toPy(r),o,c);return y>T&&p({type:"cut",id:P,characters:y-T}),await O(e),{code:a,
files:f}},async fetch(e,{method:t,target:n,headers:s,body:r,base:o=""}){let{python:c,sandbox:h}=e,d=c.toPy(r).tobytes(),
[a,f,l,u,i]=await z(h.answer,t,n,c.toPy(s),d,o);return t!=="GET"&&t!=="HEAD"&&await O(e),{status:a,reason:u,headers:f,body:l,
uid:i}},async startOver(e){return e.sandbox.start_over(),await O(e),{}}},M=Z();M.then(()=>p({type:"ready"}),e=>p({type:"\
broken",text:String(e?.message??e)}));var F=M.catch(()=>{});self.onmessage=({data:e})=>{F=F.then(async()=>{P=e.id;let t=performance.
now();try{let n=await Q[e.type](await M,e);p({type:"done",id:e.id,milliseconds:performance.now()-t,...n}),await N(await M)}catch(n){
p({type:"failed",id:e.id,text:String(n?.message??n)})}})};
