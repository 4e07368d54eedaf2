from django.shortcuts import render

from findings.reading.coverage import table


def coverage(request):
    return render(request, "coverage/page.html", table())
