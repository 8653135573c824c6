/*! Made by `make javascript`: sources 8a6396e8d2b35725, code f05909f718c78fae */
"use strict";(()=>{var{API_KEY:A,IN_PAGE:L,VALID:I,all:R,assetUrl:U,badge:B,breakable:N,codeText:P,copy:T,credentials:M,each:k,icon:z,languageOf:D,
load:w,loadStyle:F,make:f,onPage:O,openDialog:j,operationFile:G,placeholders:H,save:K,schemes:V,siteUrl:g,statusNote:Y,storedText:Z,
values:J}=window.callsheet;var v="a[data-callsheet-list]",y=".callsheet-filter",$=/(?<=\b(?=\w{18})\w*[a-z]{3})(?=[A-Z][a-z]{2})/,_=new Map;function E(e,s){
return s?[f("wbr"),e]:[e]}function C([e,s,o,a]){let t=f("a",{class:"md-nav__link",href:new URL(e,g("")).href,title:a||!1},
f("span",{class:"md-ellipsis"},...s.split($).flatMap(E)));return o&&t.append(f("span",{class:`md-status md-status--${o}`})),
f("li",{class:"md-nav__item"},t)}function q(e,s){let o=[[],[]];return e.forEach((a,t)=>{let l=o[t>s?1:0],n=a[4];n&&n!==e[t-
1]?.[4]&&l.push(f("li",{class:"md-nav__item callsheet-nav-heading"},n)),t!==s&&l.push(C(a))}),o}async function b(e,s){let[
o,a]=(e.dataset.callsheetList??"").split(" ");await w(`navigation/${o}.js`);let t=e.closest("ul");if(!t)return;let[l,n]=q(
_.get(o)??[],Number(a)),i=t.querySelector(":scope > .md-nav__item--active"),r=(s?e.parentElement:i)?.getBoundingClientRect().
top??0,c=0;for(let d of[...t.children]){let m=d.querySelector("a"),S=m!==e&&m?.href===e.href;d===i?c=0:!S&&!d.matches(y)&&
(m!==e&&(c+=1),d.remove())}i?.before(...l),t.append(...n);let h=[...n.slice(c),...l].find(d=>d.firstElementChild),p=s?h:
i;p&&t.closest(".md-sidebar__scrollwrap")?.scrollBy(0,p.getBoundingClientRect().top-r),s&&h?.querySelector("a")?.focus({
preventScroll:!0})}async function x(e,s,o){let a=e.parentElement,t=a.querySelector(`:scope > li > ${v}`);t&&await b(t,!1).
catch(()=>{});let l=s.toLowerCase().split(/\s+/).filter(Boolean),n=null,[i,u]=[0,0];for(let r of a.querySelectorAll(`:sc\
ope > ${y} ~ li`)){let c=r.querySelector("a");if(!c)n=r,n.hidden=!0;else if(!c.matches(v)){let h=`${r.textContent} ${c.title}\
 ${c.pathname}`.toLowerCase();if(r.hidden=!l.every(p=>h.includes(p)),u+=1,r.hidden)continue;i+=1,n&&(n.hidden=!1)}}o.textContent=
l.length?$phrase`${i} of ${u}`:""}window.callsheetNavigation=(e,s)=>_.set(e,s);window.callsheet.navigation={filter:x,showAll:b};})();
