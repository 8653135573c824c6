/*! Made by `make javascript`: sources 8a6396e8d2b35725, code 842b43a36a6f2ab9 */
var M="workspaces",_="workspaces",E="memory",F=96*1024*1024;function j(t){return new Promise(e=>{try{let n=indexedDB.open(
`callsheet ${t}`,1);n.onupgradeneeded=()=>n.result.createObjectStore(M),n.onsuccess=()=>e(n.result),n.onerror=()=>e(null),
n.onblocked=()=>e(null)}catch{e(null)}})}function g(t,e,n){return new Promise((o,i)=>{if(!t)throw new Error($phrase`The browser stores nothing.`);
let s=t.transaction(M,e,{durability:"relaxed"}),c=n(s.objectStore(M));s.oncomplete=()=>o(c.result),s.onabort=()=>i(s.error)})}
function v(t){return g(t,"readonly",e=>e.get(_)).catch(()=>null)}function A(t,e){return g(t,"readwrite",n=>n.put(e,_))}async function L(t,e){
let n=await g(t,"readonly",o=>o.get(E)).catch(()=>null);return n?.build===e?n.memory:null}async function k(t,e,n){let o=n&&
n.length<=F;await g(t,"readwrite",i=>o?i.put({build:e,memory:n},E):i.delete(E)).catch(()=>null)}var $=self.location.href,O=1e6,H=1024*1024,D=[31,139],Y=Uint8Array.of(0,97,115,109,1,0,0,0),S=null,w=0;function l(t){self.
postMessage(t)}var x={};async function I(t){let e=await fetch(new URL(t,$)).catch(()=>null);if(e?.ok)return e;let n=e?$phrase`status ${e.
status}`:$phrase`the site does not answer`;throw T(t,$phrase`cannot be loaded: ${n}`)}function T(t,e){let n=$phrase`The file sandbox/${t} of this site ${e}.`;
return l({type:"broken",text:n}),new Error(n)}async function C(t,e,n="application/octet-stream"){x[t]=[0,e];let o=await I(
t);if(!o.body)throw T(t,$phrase`is empty`);let i=o.body.getReader(),s=u=>{x[t][0]+=u.length;let a=Object.values(x).reduce(
([f,y],[m,b])=>[f+m,y+b],[0,0]);l({type:"progress",loaded:Math.min(...a),all:a[1]})},c=()=>T(t,$phrase`is not complete: load the page again`),
r=(await i.read().catch(()=>null))?.value;if(!r)throw c();let h=r[0]===D[0]&&r[1]===D[1],d=new ReadableStream({start(u){
u.enqueue(r),s(r)},async pull(u){let a=await i.read().catch(()=>null);!a||a.done&&h&&x[t][0]!==e?u.error(c()):a.done?u.close():
(s(a.value),u.enqueue(a.value))}});return h&&(d=d.pipeThrough(new DecompressionStream("gzip"))),new Response(d,{headers:{
"Content-Type":n}})}async function B(t,e){return new Uint8Array(await(await C(t,e)).arrayBuffer())}function G(t){let e=self.
fetch.bind(self);self.fetch=async(n,o)=>{let i=n instanceof Request?n.url:String(n),s=i.slice(new URL(t.runtime,$).href.
length),c=i.endsWith(s)?t.packed[s]:void 0;if(c===void 0)return e(n,o);let p=s.endsWith(".wasm")?"application/wasm":void 0;
return C(`${t.runtime}${s}.gz`,c,p)}}async function J(t,e){let{loadPyodide:n}=await import(`${t}pyodide.mjs`);if(!e){let i=self.
crossOriginIsolated;return Object.defineProperty(self,"crossOriginIsolated",{value:i,configurable:!0}),n({indexURL:t,_makeSnapshot:!0})}
let{default:o}=await import(`${t}pyodide.asm.mjs`);return n({indexURL:t,_loadSnapshot:e,async createPyodideModule(i){let s=await o(
i);for(;s.HEAPU8.length<e.length;)s._malloc(H);return s}})}async function W({runtime:t,files:e,packs:n,build:o},i,s){let c=e.
filter(({name:a})=>!s||!a.startsWith("model/")),p=Promise.all(c.map(({name:a,size:f})=>B(a,f)));p.catch(()=>{});let r=await J(
new URL(t,$).href,s);for(let a of["Stdout","Stderr"]){let f=new TextDecoder;r[`set${a}`]({write(y){let m=f.decode(y,{stream:!0}),
b=m.slice(0,Math.max(0,O-w));return w+=m.length,b&&l({type:"output",id:S,isError:a==="Stderr",text:b}),y.length}})}r.setStdin(
{stdin:()=>null}),l({type:"step",text:$phrase`Starting the server`}),r.FS.mkdir("/model");for(let[a,f]of(await p).entries())
r.FS.writeFile(`/${c[a].name.replace(/\.gz$/,"")}`,f);let h=null;if(s)r.runPython("import random; random.seed()");else{r.
runPython("import sys; sys.path.insert(0, '/python.zip')");let{Sandbox:a}=r.pyimport("callsheet.sandbox.inside.main");r.
globals.set("_sandbox",a("/model",r.toPy(n))),h=r.makeMemorySnapshot()}let d=r.globals.get("_sandbox");d.listen(a=>{l({type:"\
exchange",id:S,exchange:U(a,!1)})});let u=await v(i);return u&&d.restore(r.toPy(u)),{python:r,sandbox:d,base:i,build:o,fresh:h}}
async function X(){try{new WebAssembly.Module(Y)}catch{throw new Error($phrase`This browser, or the Content-Security-Policy of this site, does not let WebAssembly run ('wasm-unsafe-eval').`)}
let t=await(await I("manifest.json")).json();l({type:"step",text:$phrase`Loading Python`}),G(t);let e=await j(new URL(".",
$).pathname),n=await L(e,t.build);try{return await W(t,e,n)}catch(o){if(!n)throw o;return await k(e,"",null),W(t,e,null)}}
function U(t,e=!0){if(typeof t!="object"||t===null||!("toJs"in t))return t;let n=t.toJs({dict_converter:Object.fromEntries});
return e&&t.destroy(),n}async function q(t,...e){let n="Suspending"in WebAssembly;return U(await(n?t.callPromising(...e):
t(...e)))}async function R({sandbox:t,base:e}){try{await A(e,U(t.dump()))}catch{l({type:"unsaved"})}}async function K(t){
let{base:e,build:n,fresh:o}=t;t.fresh=null,o&&await k(e,n,o)}var Z={async run(t,{name:e,source:n,files:o,settings:i,tutorial:s,
step:c}){let{python:p,sandbox:r}=t;w=0;let[h,d]=await q(r.run,e,n,p.toPy(o),p.toPy(i),s,c);return w>O&&l({type:"cut",id:S,
characters:w-O}),await R(t),{code:h,files:d}},async fetch(t,{method:e,target:n,headers:o,body:i}){let{python:s,sandbox:c}=t,
p=s.toPy(i).tobytes(),[r,h,d,u,a]=await q(c.answer,e,n,s.toPy(o),p);return e!=="GET"&&e!=="HEAD"&&await R(t),{status:r,reason:u,
headers:h,body:d,uid:a}},async startOver(t){return t.sandbox.start_over(),await R(t),{}}},P=X();P.then(()=>l({type:"read\
y"}),t=>l({type:"broken",text:String(t?.message??t)}));var z=P.catch(()=>{});self.onmessage=({data:t})=>{z=z.then(async()=>{
S=t.id;let e=performance.now();try{let n=await Z[t.type](await P,t);l({type:"done",id:t.id,milliseconds:performance.now()-
e,...n}),await K(await P)}catch(n){l({type:"failed",id:t.id,text:String(n?.message??n)})}})};
