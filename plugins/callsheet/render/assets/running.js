/*! Made by `make javascript`: sources f1c343528d3d08d9, code 7ac23fd04bc30a86 */
"use strict";(()=>{var{API_KEY:w,IN_PAGE:P,VALID:S,all:s,assetUrl:q,badge:I,breakable:k,codeText:c,copy:v,credentials:A,each:d,icon:i,languageOf:r,
load:u,loadStyle:p,make:g,onPage:m,openDialog:C,operationFile:N,placeholders:j,save:E,schemes:O,siteUrl:R,statusNote:b,storedText:T,
values:U}=window.callsheet;var y="M8 5v14l11-7z";function f(e){let t=e.querySelector("pre > code"),a=e.querySelector(".callsheet-file");return{language:r(
t),name:a.querySelector("code")?.textContent??"program.py",source:c(t),step:Number(e.dataset.step??0),files:s("a[downloa\
d]",a).map(({href:o})=>[decodeURIComponent(o.split("/").slice(-2).join("/")),o])}}function x(e){let t=e.querySelector("p\
re > code"),a=e.querySelector(".callsheet-file");if(!t||!a)return;let o=r(t);if(o!=="python"&&o!=="javascript")return;let l=b(),
n=g("button",{type:"button",class:"callsheet-button callsheet-primary",title:"Run this program in this page",async click(){
n.disabled=!0;try{await Promise.all([u("sandbox/sandbox.js"),p("sandbox/sandbox.css")]),l.textContent="",await window.callsheet.
runProgram?.(e,f)}catch(h){l.textContent="It cannot be loaded.",reportError(h)}finally{n.disabled=!1}}},i(y),"Run");a.append(
l,n)}m(()=>d(".callsheet-panel pre, .callsheet-program pre",e=>{let t=e.closest(".callsheet-panel, .callsheet-program");
t&&x(t)}));})();
