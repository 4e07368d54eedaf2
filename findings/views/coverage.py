from django.shortcuts import render

from findings.reading.coverage import tables


def coverage(request):
    return render(request, "coverage/page.html", tables())
