/*! Made by `make javascript`: sources 8e9240f5ceee9cad, code 070ff647b73edb7d */
var E="workspaces",_="workspaces",R="memory",I=96*1024*1024;function j(t){return new Promise(e=>{try{let n=indexedDB.open(
`callsheet ${t}`,1);n.onupgradeneeded=()=>n.result.createObjectStore(E),n.onsuccess=()=>e(n.result),n.onerror=()=>e(null),
n.onblocked=()=>e(null)}catch{e(null)}})}function x(t,e,n){return new Promise((s,r)=>{if(!t)throw new Error($phrase`The browser stores nothing.`);
let o=t.transaction(E,e,{durability:"relaxed"}),c=n(o.objectStore(E));o.oncomplete=()=>s(c.result),o.onabort=()=>r(o.error)})}
function A(t){return x(t,"readonly",e=>e.get(_)).catch(()=>null)}function v(t,e){return x(t,"readwrite",n=>n.put(e,_))}async function L(t,e){
let n=await x(t,"readonly",s=>s.get(R)).catch(()=>null);return n?.build===e?n.memory:null}async function k(t,e,n){let s=n&&
n.length<=I;await x(t,"readwrite",r=>s?r.put({build:e,memory:n},R):r.delete(R)).catch(()=>null)}var m=self.location.href,T=1e6,C=1024*1024,D=[31,139],G=Uint8Array.of(0,97,115,109,1,0,0,0),P=null,w=0;function l(t){self.
postMessage(t)}var S={};async function F(t){let e=await fetch(new URL(t,m)).catch(()=>null);if(e?.ok)return e;let n=e?$phrase`status ${e.
status}`:$phrase`the site does not answer`;throw y(t,$phrase`cannot be loaded: ${n}`)}function y(t,e){let n=$phrase`The file sandbox/${t} of this site ${e}.`;
return l({type:"broken",text:n}),new Error(n)}async function H(t,e,n="application/octet-stream"){S[t]=[0,e];let s=await F(
t);if(!s.body)throw y(t,$phrase`is empty`);let r=s.body.getReader(),o=u=>{S[t][0]+=u.length;let i=Object.values(S).reduce(
([f,b],[g,$])=>[f+g,b+$],[0,0]);l({type:"progress",loaded:Math.min(...i),all:i[1]})},c=()=>y(t,$phrase`is not complete: load the page again`),
a=(await r.read().catch(()=>null))?.value;if(!a)throw c();let h=a[0]===D[0]&&a[1]===D[1],d=new ReadableStream({start(u){
u.enqueue(a),o(a)},async pull(u){let i=await r.read().catch(()=>null);!i||i.done&&h&&S[t][0]!==e?u.error(c()):i.done?u.close():
(o(i.value),u.enqueue(i.value))}});return h&&(d=d.pipeThrough(new DecompressionStream("gzip"))),new Response(d,{headers:{
"Content-Type":n}})}async function X(t,e){return new Uint8Array(await(await H(t,e)).arrayBuffer())}function Y(t){let e=`\
model/${t}.gz`,n=new XMLHttpRequest;n.open("GET",new URL(e,m),!1),n.responseType="arraybuffer";try{n.send()}catch{throw y(
e,$phrase`cannot be loaded: ${$phrase`the site does not answer`}`)}let{status:s,response:r}=n;if(s!==200)throw y(e,$phrase`cannot be loaded: ${$phrase`status ${s}`}`);
return new Uint8Array(r)}Object.assign(self,{modelFile:Y});function B(t){let e=self.fetch.bind(self);self.fetch=async(n,s)=>{
let r=n instanceof Request?n.url:String(n),o=r.slice(new URL(t.runtime,m).href.length),c=r.endsWith(o)?t.packed[o]:void 0;
if(c===void 0)return e(n,s);let p=o.endsWith(".wasm")?"application/wasm":void 0;return H(`${t.runtime}${o}.gz`,c,p)}}async function J(t,e){
let{loadPyodide:n}=await import(`${t}pyodide.mjs`);if(!e){let r=self.crossOriginIsolated;return Object.defineProperty(self,
"crossOriginIsolated",{value:r,configurable:!0}),n({indexURL:t,_makeSnapshot:!0})}let{default:s}=await import(`${t}pyodi\
de.asm.mjs`);return n({indexURL:t,_loadSnapshot:e,async createPyodideModule(r){let o=await s(r);for(;o.HEAPU8.length<e.length;)
o._malloc(C);return o}})}async function q({runtime:t,files:e,packs:n,build:s},r,o){let c=e.filter(({name:i})=>!o||!i.startsWith(
"model/")),p=Promise.all(c.map(({name:i,size:f})=>X(i,f)));p.catch(()=>{});let a=await J(new URL(t,m).href,o);for(let i of[
"Stdout","Stderr"]){let f=new TextDecoder;a[`set${i}`]({write(b){let g=f.decode(b,{stream:!0}),$=g.slice(0,Math.max(0,T-
w));return w+=g.length,$&&l({type:"output",id:P,isError:i==="Stderr",text:$}),b.length}})}a.setStdin({stdin:()=>null}),l(
{type:"step",text:$phrase`Starting the server`}),a.FS.mkdir("/model");for(let[i,f]of(await p).entries())a.FS.writeFile(`\
/${c[i].name.replace(/\.gz$/,"")}`,f);let h=null;if(o)a.runPython("import random; random.seed()");else{a.runPython("impo\
rt sys; sys.path.insert(0, '/python.zip')");let{Sandbox:i}=a.pyimport("callsheet.sandbox.inside.main");a.globals.set("_s\
andbox",i("/model",a.toPy(n))),h=a.makeMemorySnapshot()}let d=a.globals.get("_sandbox");d.listen(i=>{l({type:"exchange",
id:P,exchange:U(i,!1)})});let u=await A(r);return u&&d.restore(a.toPy(u)),{python:a,sandbox:d,base:r,build:s,fresh:h}}async function K(){
try{new WebAssembly.Module(G)}catch{throw new Error($phrase`This browser, or the Content-Security-Policy of this site, does not let WebAssembly run ('wasm-unsafe-eval').`)}
let t=await(await F("manifest.json")).json();l({type:"step",text:$phrase`Loading Python`}),B(t);let e=await j(new URL(".",
m).pathname),n=await L(e,t.build);try{return await q(t,e,n)}catch(s){if(!n)throw s;return await k(e,"",null),q(t,e,null)}}
function U(t,e=!0){if(typeof t!="object"||t===null||!("toJs"in t))return t;let n=t.toJs({dict_converter:Object.fromEntries});
return e&&t.destroy(),n}async function W(t,...e){let n="Suspending"in WebAssembly;return U(await(n?t.callPromising(...e):
t(...e)))}async function O({sandbox:t,base:e}){try{await v(e,U(t.dump()))}catch{l({type:"unsaved"})}}async function Z(t){
let{base:e,build:n,fresh:s}=t;t.fresh=null,s&&await k(e,n,s)}var N={async run(t,{name:e,source:n,files:s,settings:r,tutorial:o,
step:c}){let{python:p,sandbox:a}=t;w=0;let[h,d]=await W(a.run,e,n,p.toPy(s),p.toPy(r),o,c);return w>T&&l({type:"cut",id:P,
characters:w-T}),await O(t),{code:h,files:d}},async fetch(t,{method:e,target:n,headers:s,body:r}){let{python:o,sandbox:c}=t,
p=o.toPy(r).tobytes(),[a,h,d,u,i]=await W(c.answer,e,n,o.toPy(s),p);return e!=="GET"&&e!=="HEAD"&&await O(t),{status:a,reason:u,
headers:h,body:d,uid:i}},async startOver(t){return t.sandbox.start_over(),await O(t),{}}},M=K();M.then(()=>l({type:"read\
y"}),t=>l({type:"broken",text:String(t?.message??t)}));var z=M.catch(()=>{});self.onmessage=({data:t})=>{z=z.then(async()=>{
P=t.id;let e=performance.now();try{let n=await N[t.type](await M,t);l({type:"done",id:t.id,milliseconds:performance.now()-
e,...n}),await Z(await M)}catch(n){l({type:"failed",id:t.id,text:String(n?.message??n)})}})};
