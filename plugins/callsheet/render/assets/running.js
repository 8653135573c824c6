/*! Made by `make javascript`: sources f4a22bf71a9ccc6a, code c140b6e5b0bb22f2 */
"use strict";(()=>{var{API_KEY:w,IN_PAGE:S,VALID:P,all:l,assetUrl:q,badge:I,breakable:k,codeText:c,copy:v,credentials:A,each:i,icon:d,languageOf:s,
load:p,loadStyle:u,make:h,onPage:m,openDialog:C,operationFile:N,placeholders:j,save:E,schemes:O,siteUrl:R,statusNote:g,storedText:T,
values:U}=window.callsheet;var f="M8 5v14l11-7z";function y(e){let t=e.querySelector("pre > code"),a=e.querySelector(".callsheet-file");return{language:s(
t),name:a.querySelector("code")?.textContent??"program.py",source:c(t),step:Number(e.dataset.step??0),files:l("a[downloa\
d]",a).map(({href:o})=>[decodeURIComponent(o.split("/").slice(-2).join("/")),o])}}function x(e){let t=e.querySelector("p\
re > code"),a=e.querySelector(".callsheet-file");if(!t||!a)return;let o=s(t);if(o!=="python"&&o!=="javascript")return;let r=g(),
n=h("button",{type:"button",class:"callsheet-button callsheet-primary",title:$phrase`Run this program in this page`,async click(){
n.disabled=!0;try{await Promise.all([p("sandbox/sandbox.js"),u("sandbox/sandbox.css")]),r.textContent="",await window.callsheet.
runProgram?.(e,y)}catch(b){r.textContent=$phrase`It cannot be loaded.`,reportError(b)}finally{n.disabled=!1}}},d(f),$phrase`Run`);
a.append(r,n)}m(()=>i(".callsheet-panel pre, .callsheet-program pre",e=>{let t=e.closest(".callsheet-panel, .callsheet-p\
rogram");t&&x(t)}));})();
